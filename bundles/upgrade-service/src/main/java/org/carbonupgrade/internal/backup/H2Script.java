package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;

/**
 * Has H2 write a database as compressed SQL: read from its first row to its last, and independent of the version of its files, which
 * the archive of the home has anyway.
 */
final class H2Script implements DatabaseDump {

    private final DatabaseSpec database;
    private final DatabaseCopier copier;

    H2Script(DatabaseSpec database, DatabaseCopier copier) {
        this.database = database;
        this.copier = copier;
    }

    @Override
    public String ending() {
        return ".sql.gz";
    }

    @Override
    public String write(Path file, UpgradeListener listener) throws IOException {
        copier.query(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                String name = file.toString().replace("'", "''");
                return statement.execute("SCRIPT TO '" + name + "' COMPRESSION GZIP");
            }
        });
        PrivateFile.protect(file);
        listener.done(Files.size(file) >> 20, Files.size(file));
        return "SCRIPT; H2's RUNSCRIPT reads it";
    }
}
