package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.carbonupgrade.itests.databases.MariaDbServer;

/** The MariaDB server of this JVM, which writes a log of what it changes. */
final class MariaDb {

    static final String USER = MariaDbServer.ADMIN;
    static final String PASSWORD = MariaDbServer.PASSWORD;

    private static MariaDbServer instance;

    private MariaDb() {}

    /** The server, started for the first who asks. */
    static synchronized MariaDbServer server() {
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
    static MariaDbServer another() throws IOException, InterruptedException {
        return MariaDbServer.start("--log-bin=binlog", "--server-id=1", "--log-bin-trust-function-creators");
    }
}
