package org.carbonupgrade.itests.server;

import java.nio.file.Path;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.TextFile;

/** The operator's plans. */
final class Plans {

    /** The users move to a staging database with a name and an account of its own; the others to the same place. */
    static final DataSource STAGED_USERS = new DataSource(
            "WSO2UM_DB",
            "Users, roles, permissions, tenants",
            "jdbc/WSO2UM_DB",
            "jdbc:h2:./repository/database/STAGED_USERS;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000",
            "org.h2.Driver",
            "stager",
            "staged&6Rm",
            true);

    private Plans() {}

    /** Writes a plan beside the new home: every database moves to the same place below it, and of a backup there is no need. */
    static Path plain(Path oldHome, Path newHome) {
        return write(oldHome, newHome, "backup.existing = " + oldHome.resolve("bin") + "\n");
    }

    /** Writes a plan beside the new home. */
    static Path write(Path oldHome, Path newHome) {
        return write(
                oldHome,
                newHome,
                """
                backup.dir = %s
                staging.%s.url = %s
                staging.%2$s.username = %s
                staging.%2$s.password = %s
                """
                        .formatted(
                                oldHome.resolveSibling("backup"),
                                STAGED_USERS.name(),
                                STAGED_USERS.url(),
                                STAGED_USERS.username(),
                                STAGED_USERS.password()));
    }

    private static Path write(Path oldHome, Path newHome, String more) {
        Path plan = newHome.resolveSibling(newHome.getFileName() + ".properties");
        TextFile.at(plan)
                .write(
                        """
                        old.home = %s
                        new.home = %s
                        old.vanilla = %s
                        """
                                        .formatted(
                                                oldHome,
                                                newHome,
                                                CarbonPack.ofTheBuild().zip())
                                + more);
        return plan;
    }
}
