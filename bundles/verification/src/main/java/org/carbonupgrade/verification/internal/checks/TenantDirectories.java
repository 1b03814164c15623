package org.carbonupgrade.verification.internal.checks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.wso2.carbon.user.api.Tenant;

/** Looks whether every directory of a tenant has its tenant: one that has none may be all that is left of it. */
final class TenantDirectories {

    private final CarbonServer server;
    private final CheckContext context;

    TenantDirectories(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    /** @param before those that had no tenant in the old home either: Carbon leaves a tenant's directory when it is deleted */
    void check(Set<Integer> before) throws Exception {
        Set<Integer> tenants = server.tenants().stream().map(Tenant::getId).collect(Collectors.toSet());
        Path all = server.places().tenants();
        for (int id : ids(all)) {
            if (!tenants.contains(id)) {
                String what =
                        server.places().relative(server.places().tenant(id)) + " belongs to no tenant of the database";
                context.add(
                        before.contains(id)
                                ? Code.VF_TENANT_DIRECTORY_ORPHAN.ok(what + ", as before")
                                : Code.VF_TENANT_DIRECTORY_ORPHAN.fail(what));
            }
        }
    }

    private static Set<Integer> ids(Path tenants) throws IOException {
        Set<Integer> ids = new TreeSet<>();
        if (Files.isDirectory(tenants)) {
            try (DirectoryStream<Path> directories = Files.newDirectoryStream(tenants, Files::isDirectory)) {
                for (Path directory : directories) {
                    String name = directory.getFileName().toString();
                    if (name.matches("[0-9]{1,9}")) {
                        ids.add(Integer.valueOf(name));
                    }
                }
            }
        }
        return ids;
    }
}
