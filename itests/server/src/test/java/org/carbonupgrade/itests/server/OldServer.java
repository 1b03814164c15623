package org.carbonupgrade.itests.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.DataSourcesFile;
import org.carbonupgrade.itests.support.HarnessException;
import org.carbonupgrade.itests.support.Home;
import org.carbonupgrade.itests.support.OldHome;
import org.carbonupgrade.itests.support.PopulatedHome;

/** The old server of all tests here: populated, and with the database of an application beside Carbon's own. */
final class OldServer {

    /** A data source that an application needs and the server itself does without. */
    static final DataSource ORDERS = new DataSource(
            "ORDERS_DB",
            "Orders of the web shop",
            "jdbc/OrdersDB",
            "jdbc:h2:./repository/database/ORDERS_DB;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000",
            "org.h2.Driver",
            "shop",
            "orders#5Vt",
            true);

    private OldServer() {}

    static PopulatedHome in(Path directory) {
        OldHome home = OldHome.in(directory).from(CarbonPack.ofTheBuild());
        DataSourcesFile.add(dataSources(home), ORDERS);
        try (Connection database = home.connect(ORDERS);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE ORDERS (ID IDENTITY PRIMARY KEY, CUSTOMER VARCHAR(100), INVOICE BLOB)");
            statement.execute("INSERT INTO ORDERS (CUSTOMER, INVOICE) VALUES ('Zoë', '00ff10'), ('O''Brien', NULL)");
        } catch (SQLException e) {
            throw new HarnessException("cannot make the orders of " + home, e);
        }
        return home.populated();
    }

    /** Takes a data source out of a home's configuration. */
    static void lose(String dataSource, Home home) {
        DataSourcesFile.remove(dataSources(home), dataSource);
    }

    /** Has a data source of a home's configuration point at another H2 database. */
    static void point(DataSource source, String place, Home home) {
        lose(source.name(), home);
        DataSourcesFile.add(
                dataSources(home),
                new DataSource(
                        source.name(),
                        source.description(),
                        source.jndiName(),
                        "jdbc:h2:" + place + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000",
                        source.driver(),
                        source.username(),
                        source.password(),
                        source.autoCommit()));
    }

    private static Path dataSources(Home home) {
        return home.conf().resolve("datasources/master-datasources.xml");
    }
}
