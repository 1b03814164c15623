package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.KeyStoreCipher;
import org.carbonupgrade.internal.home.Placeholders;
import org.carbonupgrade.internal.home.StoredSecret;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.plan.PlanKey;

/** How the old home's databases are opened: as its server does, but to be read only. */
final class OldSpecs {

    private final CarbonHome home;
    private final Plan plan;
    private final Path snapshots;

    OldSpecs(CarbonHome home, Plan plan, Path snapshots) {
        this.home = home;
        this.plan = plan;
        this.snapshots = snapshots;
    }

    DatabaseSpec of(DataSource source) {
        return DatabaseSpec.named(source.name())
                .url(Placeholders.resolve(source.url(), home))
                .user(source.username().orElse(null), password(source))
                .driverClass(source.driver().orElse(null))
                .drivers(Drivers.of(home))
                .directory(home.path())
                .snapshots(snapshots)
                .build();
    }

    private String password(DataSource source) {
        StoredSecret stored = source.password();
        if (plan.oldPassword(source.name()).isPresent()) {
            return plan.oldPassword(source.name()).get();
        }
        switch (stored.kind()) {
            case PLAIN:
                return stored.text();
            case ENCRYPTED:
                return new KeyStoreCipher(home)
                        .decrypt(stored.text(), source.file().toString());
            default:
                throw UpgradeError.SECRET_IN_VAULT.at(
                        source.file().toString(),
                        "The password of " + source.name() + " is in the secure vault; name it in the plan as "
                                + PlanKey.OLD_PASSWORD.of(source.name()) + ".");
        }
    }
}
