package org.carbonupgrade.itests.support;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.TenantRecord;

/** Makes and populates an old home: {@code OldHomeMain TARGET_DIR PACK_ZIP [SEED]}. */
public final class OldHomeMain {

    private OldHomeMain() {}

    public static void main(String[] arguments) {
        Main.run("OldHomeMain TARGET_DIR PACK_ZIP [SEED]", 2, 3, arguments, () -> {
            CarbonPack pack = CarbonPack.at(Path.of(arguments[1]));
            long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
            Main.say("making an old home in " + arguments[0]);
            OldHome home = OldHome.in(Path.of(arguments[0])).from(pack);
            Main.say("data sources: " + home.dataSources());
            Main.say("having its server populate itself");
            describe(home.populated(seed).manifest());
        });
    }

    private static void describe(Manifest manifest) {
        for (TenantRecord tenant : manifest.tenants) {
            String stores =
                    tenant.userStores.stream().map(store -> store.domain).collect(Collectors.joining(", "));
            Main.say("tenant " + tenant.domain + (tenant.active ? "" : " (inactive)") + ": " + tenant.users.size()
                    + " users, secondary user stores: " + (stores.isEmpty() ? "none" : stores) + "; "
                    + tenant.resources.size() + " registry resources");
        }
        Main.say(manifest.artifacts.size() + " artifacts");
    }
}
