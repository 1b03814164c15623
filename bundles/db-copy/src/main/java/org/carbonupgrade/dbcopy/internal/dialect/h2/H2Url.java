package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** Tables are locked for the time of a chunk; others wait no longer than that. */
    private static final String ALWAYS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=120000";

    /** Settings of a file that a database in memory can't have. */
    private static final Set<String> OF_FILES = new LinkedHashSet<>(Arrays.asList("CIPHER", "MV_STORE"));

    private final DatabaseSpec database;
    private final Path given;
    private final Path path;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private H2Url(DatabaseSpec database) {
        String[] parts = database.url().substring(PREFIX.length()).split(";");
        this.database = database;
        this.given = given(parts[0], database);
        this.path = real(given);
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=", 2);
            settings.put(setting[0].trim().toUpperCase(Locale.ROOT), setting.length == 2 ? setting[1] : "");
        }
    }

    /** Understands the URL of a database. */
    static H2Url of(DatabaseSpec database) {
        return new H2Url(database);
    }

    /** The path that the URL names, absolute. */
    Path given() {
        return given;
    }

    /** The path of the database's files without their endings; the links in its folder are followed. */
    Path path() {
        return path;
    }

    /** The user to log in with: the description's or, without one, the URL's. */
    String user() {
        return database.username() != null ? database.username() : settings.getOrDefault("USER", "");
    }

    /** The password to log in with. Never print it. */
    String password() {
        String described = database.password() == null ? "" : database.password();
        return database.username() != null ? described : settings.getOrDefault("PASSWORD", described);
    }

    /** The names of the settings that change how files are read, and in which the other URL differs. */
    Set<String> differences(H2Url other) {
        return KEPT.stream()
                .filter(name -> !Objects.equals(settings.get(name), other.settings.get(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the password is two: that of the encrypted files, and behind a blank the user's. */
    boolean isEncrypted() {
        return settings.containsKey("CIPHER");
    }

    /** The password of encrypted files. Never print it. */
    String filePassword() {
        return password().split(" ", 2)[0];
    }

    /** The user's password alone. Never print it. */
    String userPassword() {
        String[] passwords = password().split(" ", 2);
        return !isEncrypted() ? password() : passwords.length == 2 ? passwords[1] : "";
    }

    /** The URL that opens the files of an existing database at a place. */
    String existing(Path place) {
        return created(place) + ";IFEXISTS=TRUE";
    }

    /** The URL that opens the files of an existing database at a place, and does not compact them when it is closed. */
    String leftAsItIs(Path place) {
        return existing(place) + ";MAX_COMPACT_TIME=0";
    }

    /** The URL that opens the files of a database at a place in such a way that H2 refuses to write them. */
    String readOnly(Path place) {
        return existing(place) + ";ACCESS_MODE_DATA=r";
    }

    /** The URL that opens the files of a database at a place, or makes them. */
    String created(Path place) {
        if (place.toString().indexOf(';') >= 0) {
            throw new DbCopyException(
                    DbError.DB_URL,
                    "H2 cannot open files below a folder that has a semicolon in its name: " + place.getParent() + ".",
                    database.name());
        }
        return PREFIX + "file:" + place + kept(KEPT) + ALWAYS;
    }

    /** The URL of a private database in memory, with the same rules for names. */
    String scratch(String unique) {
        Set<String> rules = new LinkedHashSet<>(KEPT);
        rules.removeAll(OF_FILES);
        return PREFIX + "mem:" + unique + kept(rules);
    }

    private String kept(Set<String> names) {
        return settings.entrySet().stream()
                .filter(setting -> names.contains(setting.getKey()))
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
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
            throw new DbCopyException(DbError.DB_URL, "The URL's path is not one of this system.", database.name());
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
