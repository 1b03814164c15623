package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.output.NullOutputStream;
import org.carbonupgrade.UpgradeListener;

/** Dumps a PostgreSQL database with {@code pg_dump}, in the format that {@code pg_restore} reads. */
final class PostgresDump implements DatabaseDump {

    static final List<String> PROGRAMS = Collections.singletonList("pg_dump");

    private final Path program;
    private final ServerLogin login;

    PostgresDump(Path program, ServerLogin login) {
        this.program = program;
        this.login = login;
    }

    @Override
    public String ending() {
        return ".pgdump";
    }

    @Override
    public String write(Path file, UpgradeListener listener) throws IOException {
        List<String> command = Arrays.asList(program.toString(), "--format=custom", "--no-password");
        try (OutputStream out = PrivateFile.create(file)) {
            new DumpProgram(login.toString(), login.password(), command, environment()).run("", out, listener);
        }
        readBack(file);
        return "pg_dump; pg_restore reads it";
    }

    /** With the program's own sibling, where it is: every block of the dump is unpacked, into nothing. */
    private void readBack(Path file) throws IOException {
        Path reader = program.resolveSibling("pg_restore");
        if (Files.isExecutable(reader)) {
            List<String> command = Arrays.asList(reader.toString(), "--file=/dev/null", file.toString());
            new DumpProgram(login.toString(), login.password(), command, Collections.emptyMap())
                    .run("", NullOutputStream.NULL_OUTPUT_STREAM, UpgradeListener.NONE);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PGHOST", String.join(",", login.hosts()));
        environment.put("PGPORT", String.join(",", login.ports()));
        environment.put("PGDATABASE", login.database());
        environment.put("PGUSER", login.user());
        environment.put("PGPASSWORD", login.password());
        environment.put("PGAPPNAME", "carbon-upgrade");
        boolean encrypted = login.url().get("ssl", "false").matches("(?i)true|");
        String mode = login.url().get("sslmode", encrypted ? "require" : "");
        if (!mode.isEmpty()) {
            environment.put("PGSSLMODE", mode);
        }
        environment.put("PGSSLROOTCERT", login.url().get("sslrootcert", ""));
        environment.put("PGSSLCERT", login.url().get("sslcert", ""));
        environment.put("PGSSLKEY", login.url().get("sslkey", ""));
        environment.values().removeIf(String::isEmpty);
        return environment;
    }
}
