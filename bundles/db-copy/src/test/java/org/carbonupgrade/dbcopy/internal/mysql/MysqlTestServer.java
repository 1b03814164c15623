package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Paths;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.carbonupgrade.itests.databases.MysqlFamilyServer;
import org.carbonupgrade.itests.databases.MysqlServer;

/**
 * The server of this JVM, which writes a log of what it changes: MariaDB, or the MySQL that {@code -Dmysql.home=…} names, since none
 * is to be had where builds get their files from.
 */
final class MysqlTestServer {

    static final String USER = MysqlFamilyServer.ADMIN;
    static final String PASSWORD = MysqlFamilyServer.PASSWORD;

    private static final String HOME = System.getProperty("mysql.home");

    private static MysqlFamilyServer instance;

    private MysqlTestServer() {}

    static boolean isMariaDb() {
        return HOME == null;
    }

    static String name() {
        return isMariaDb() ? "MariaDB" : "MySQL";
    }

    /** The server, started for the first who asks. */
    static synchronized MysqlFamilyServer server() {
        try {
            if (instance == null) {
                instance = another();
            }
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A server of its own for a test that kills it; its caller closes it. */
    static MysqlFamilyServer another() throws IOException, InterruptedException {
        return start(HOME);
    }

    /** A server of MySQL, or of MariaDB without a home. */
    static MysqlFamilyServer start(String home) throws IOException, InterruptedException {
        String[] options = {"--log-bin=binlog", "--server-id=1", "--log-bin-trust-function-creators", "--local-infile"};
        return home == null ? MariaDbServer.start(options) : MysqlServer.start(Paths.get(home), options);
    }
}
