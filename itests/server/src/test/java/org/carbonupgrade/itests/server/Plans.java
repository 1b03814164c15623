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

    /** Every database moves to the same place below the new home. */
    static Path plain(Path oldHome, Path newHome) {
        Path plan = newHome.resolveSibling(newHome.getFileName() + ".properties");
        TextFile.at(plan)
                .write(
                        """
                        old.home = %s
                        new.home = %s
                        old.vanilla = %s
                        backup.existing = %s
                        """
                                .formatted(
                                        oldHome,
                                        newHome,
                                        CarbonPack.ofTheBuild().zip(),
                                        oldHome.resolve("bin")));
        return plan;
    }

    /** Writes a plan beside the new home. */
    static Path write(Path oldHome, Path newHome) {
        Path plan = newHome.resolveSibling(newHome.getFileName() + ".properties");
        TextFile.at(plan)
                .write(
                        """
                        old.home = %s
                        new.home = %s
                        old.vanilla = %s
                        backup.dir = %s
                        staging.%s.url = %s
                        staging.%5$s.username = %s
                        staging.%5$s.password = %s
                        """
                                .formatted(
                                        oldHome,
                                        newHome,
                                        CarbonPack.ofTheBuild().zip(),
                                        oldHome.resolveSibling("backup"),
                                        STAGED_USERS.name(),
                                        STAGED_USERS.url(),
                                        STAGED_USERS.username(),
                                        STAGED_USERS.password()));
        return plan;
    }
}
