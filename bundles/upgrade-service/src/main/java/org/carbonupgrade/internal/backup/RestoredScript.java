package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableComparison;

/**
 * Restores an H2 script beside it, and compares what comes out of it with the old database, schema and every row: that a script can be
 * read says nothing of that. The place is a copy of the old files that is emptied first, since it has the file format, encryption and
 * user that the old URL asks for. It goes again.
 */
final class RestoredScript {

    /** The copy, what is restored into it, and the copy of the old database that is read to compare. */
    private static final int TIMES_THE_DATABASE = 4;

    /** What a URL asks for that is not to happen here: other processes let in, statements run, a database that is read only. */
    private static final String UNWANTED = "(?i);(AUTO_SERVER|AUTO_SERVER_PORT|INIT|ACCESS_MODE_DATA|IFEXISTS)=[^;]*";

    private final DatabaseSpec old;
    private final DatabaseCopier copier;

    RestoredScript(DatabaseSpec old, DatabaseCopier copier) {
        this.old = old;
        this.copier = copier;
    }

    /** Whether the disk of a backup has room for it. */
    boolean fits(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : copier.files(old)) {
            bytes += FileUtils.sizeOf(file.toFile());
        }
        return Files.getFileStore(directory).getUsableSpace() > TIMES_THE_DATABASE * bytes;
    }

    /** What differs from the old database in what a script makes; empty if nothing does. */
    Optional<String> difference(Path script) throws IOException {
        Path place = PrivateFile.createDirectory(script.resolveSibling(script.getFileName() + ".restored"));
        try {
            DatabaseSpec restored = emptied(place);
            String name = script.toString().replace("'", "''");
            try {
                copier.apply(
                        restored, Arrays.asList("DROP ALL OBJECTS", "RUNSCRIPT FROM '" + name + "' COMPRESSION GZIP"));
            } catch (DbCopyException e) {
                // What the database says of a statement has the statement in it, and that the values of rows.
                return Optional.of("it cannot be run (" + e.error() + ")");
            }
            return difference(copier.compare(new CompareRequest(old, restored, 1), Progress.NONE));
        } finally {
            FileUtils.deleteQuietly(place.toFile());
        }
    }

    private DatabaseSpec emptied(Path place) throws IOException {
        for (Path file : copier.files(old)) {
            if (Files.isDirectory(file)) {
                FileUtils.copyDirectoryToDirectory(file.toFile(), place.toFile());
            } else if (!file.toString().matches(".*\\.(lock|trace)\\.db")) {
                Files.copy(file, place.resolve(file.getFileName()));
            }
        }
        Path database = copier.identify(old).file().orElseThrow(IllegalStateException::new);
        int settings = (old.url() + ";").indexOf(';');
        String url = "jdbc:h2:file:" + place.resolve(database.getFileName())
                + old.url().substring(settings).replaceAll(UNWANTED, "");
        return DatabaseSpec.named(old.name() + " (restored)")
                .url(url)
                .user(old.username(), old.password())
                .driverClass(old.driverClass())
                .drivers(old.drivers())
                .directory(place)
                .build();
    }

    private static Optional<String> difference(CompareResult compared) {
        Stream<String> schema = compared.schema().stream()
                .map(difference -> "the schema differs, first in " + difference.object() + " " + difference.name());
        Stream<String> rows = compared.tables().stream()
                .filter(table -> !table.equal())
                .map(TableComparison::table)
                .map(table -> "rows differ, first in " + table);
        return Stream.concat(schema, rows).findFirst();
    }
}
