package org.carbonupgrade.itests.databases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A server that speaks MySQL's protocol. */
public abstract class MysqlFamilyServer extends LocalServer {

    public static final String ADMIN = "admin";

    MysqlFamilyServer(String name) {
        super(name, "TERM", "ready for connections");
    }

    @Override
    public final String admin() {
        return ADMIN;
    }

    /** How to run the server's own dump tool as the administrator. */
    public abstract List<String> dump(String... options);

    /** Options of a tool that it connects as the administrator with. */
    final List<String> asAdmin(Path tool, String... options) {
        List<String> command = new ArrayList<>(Arrays.asList(
                tool.toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + port(),
                "--user=" + ADMIN,
                "--password=" + PASSWORD));
        Collections.addAll(command, options);
        return command;
    }

    /** What lets clients in from this machine only, many at once. */
    final List<String> forClients() {
        return Arrays.asList(
                "--bind-address=127.0.0.1", "--port=" + port(), "--skip-name-resolve", "--max-connections=300");
    }
}
