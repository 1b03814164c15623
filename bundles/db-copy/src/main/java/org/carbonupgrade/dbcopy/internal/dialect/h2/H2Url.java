package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** The URL of an H2 database in a file: where the file is, and the settings without which it can't be opened. */
final class H2Url {

    static final String PREFIX = "jdbc:h2:";

    /**
     * Settings that change how the file is read. All others are for the server that works on the database: some would start
     * other things with it ({@code AUTO_SERVER}), run statements ({@code INIT}) or change how scripts are understood ({@code MODE}).
     */
    private static final Set<String> KEPT = new LinkedHashSet<>(Arrays.asList(
            "CIPHER", "MV_STORE", "DATABASE_TO_UPPER", "DATABASE_TO_LOWER", "CASE_INSENSITIVE_IDENTIFIERS"));

    private final Path given;
    private final Path path;
    private final String settings;

    private H2Url(Path given, String settings) {
        this.given = given;
        this.path = real(given);
        this.settings = settings;
    }

    /** Understands the URL of a database. */
    static H2Url of(DatabaseSpec database) {
        String[] parts = database.url().substring(PREFIX.length()).split(";");
        return new H2Url(
                given(parts[0], database),
                Arrays.stream(parts)
                        .skip(1)
                        .filter(setting ->
                                KEPT.contains(setting.split("=", 2)[0].trim().toUpperCase(Locale.ROOT)))
                        .map(setting -> ";" + setting.trim())
                        .collect(Collectors.joining()));
    }

    /** The path that the URL names, absolute. */
    Path given() {
        return given;
    }

    /** The path of the database's files without their endings; the links in its folder are followed. */
    Path path() {
        return path;
    }

    /** The URL that opens the database's files at another place. */
    String at(Path place) {
        return PREFIX + "file:" + place + settings + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    /** The URL of a private database in memory, with the same rules for names. */
    String scratch(String unique) {
        return PREFIX + "mem:" + unique + settings;
    }

    private static Path given(String location, DatabaseSpec database) {
        String file = location.startsWith("file:") ? location.substring("file:".length()) : location;
        if (file.matches("[A-Za-z][A-Za-z0-9]+:.*")) {
            throw new DbCopyException(
                    DbError.DB_UNSUPPORTED,
                    "Only H2 databases in files are supported, not those of \"" + file.substring(0, file.indexOf(':'))
                            + ":\".",
                    database.name());
        }
        try {
            Path given = file.startsWith("~")
                    ? Paths.get(System.getProperty("user.home") + file.substring(1))
                    : Paths.get(file);
            if (given.getFileName() == null || given.getFileName().toString().isEmpty()) {
                throw new DbCopyException(DbError.DB_URL, "The URL names no database file.", database.name());
            }
            return database.directory().resolve(given).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DbCopyException(DbError.DB_URL, "The URL's path is not one of this system.", database.name(), e);
        }
    }

    /** With the links in its folder followed as far as the folder exists, so that two ways to one file look alike. */
    private static Path real(Path path) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.isDirectory(parent)) {
                try {
                    return parent.toRealPath().resolve(parent.relativize(path));
                } catch (IOException e) {
                    return path;
                }
            }
        }
        return path;
    }
}
