package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** H2 files below the home. */
final class EmbeddedDatabases extends OldDatabases {

    private static final String DRIVER = "org.h2.Driver";
    private static final String USER = "wso2carbon";

    @Override
    DataSource carbon() {
        return carbon(url("WSO2CARBON_DB"), DRIVER, USER);
    }

    @Override
    DataSource users() {
        return users(url("WSO2UM_DB"), DRIVER, USER);
    }

    @Override
    DataSource registry() {
        return registry(url("WSO2REG_DB"), DRIVER, USER);
    }

    @Override
    void make(OldHome home) {
        deleteThoseOfTheStock(home);
        all().forEach(source -> createSchema(home, source));
    }

    private static String url(String file) {
        return "jdbc:h2:./repository/database/" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
    }

    private static void deleteThoseOfTheStock(Home home) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.databases(), "*.db")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new HarnessException("cannot delete the databases that " + home + " came with", e);
        }
    }

    /** Carbon's way of creating it, {@code -Dsetup}, drops tables: it is never used, here neither. */
    private static void createSchema(Home home, DataSource source) {
        try (Connection connection = home.connect(source);
                PreparedStatement script = connection.prepareStatement("RUNSCRIPT FROM ?")) {
            script.setString(1, home.resolve("dbscripts/h2.sql").toString());
            script.execute();
        } catch (SQLException e) {
            throw new HarnessException("cannot create the database of " + source + " in " + home, e);
        }
    }
}
