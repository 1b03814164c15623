package org.carbonupgrade.internal.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;

/** The create scripts of a version: the kernel's {@code dbscripts/TYPE.sql}, and those of components below in folders of their own. */
public final class CreateScripts {

    private static final String FOLDER = "dbscripts";
    private static final long MOST_BYTES = 16 << 20;
    private static final String MYSQL = "mysql";
    private static final String MYSQL_5_7 = "mysql5.7";
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?[\"`\\[]?(\\w+)");
    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");

    private static final Pattern CHOOSES = Pattern.compile(
            "(?im)^\\s*(USE|(CREATE|DROP|ALTER)\\s+(DATABASE|SCHEMA)|CONNECT|\\\\c(onnect)?|SET\\s+SCHEMA)\\b");

    private final CarbonHome home;
    private final DatabaseCopier copier;

    public CreateScripts(CarbonHome home, DatabaseCopier copier) {
        this.home = home;
        this.copier = copier;
    }

    /**
     * What a database's script is called, without its ending. MySQL has two: its later versions refuse the older script's defaults.
     *
     * @param server the version of its server, empty if it is not known
     */
    public String name(DatabaseSpec database, String server) {
        String type = copier.scriptName(database);
        boolean later = type.equals(MYSQL) && isLaterMysql(server) && Files.isReadable(file(MYSQL_5_7));
        return later ? MYSQL_5_7 : type;
    }

    /**
     * The kernel's script.
     *
     * @throws org.carbonupgrade.UpgradeException if the version has none of this name
     */
    public Path kernel(String name) {
        Path script = file(name);
        if (!Files.isReadable(script)) {
            throw UpgradeError.SCRIPT_MISSING.at(
                    script.toString(), "The new version has no create script for " + name + ".");
        }
        return script;
    }

    /** The scripts of components for a type, sorted. */
    public List<Path> components(String name) {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name + ".sql"))
                    .filter(file -> !file.getParent().equals(folder) && Files.isRegularFile(file))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(folder.toString(), "The directory cannot be read: " + e, e);
        }
    }

    /** The names of the tables that a script makes, in capitals and without quotes. */
    static Set<String> tables(Path script) {
        Set<String> tables = new TreeSet<>();
        Matcher made = TABLE.matcher(text(script));
        while (made.find()) {
            tables.add(made.group(1).toUpperCase(Locale.ROOT));
        }
        return tables;
    }

    /** Whether a script chooses its database itself, and would leave the scratch database that it is run in. */
    public static boolean choosesDatabase(Path script) {
        return CHOOSES.matcher(text(script)).find();
    }

    /** The text of a script. */
    public static String text(Path script) {
        try {
            if (Files.size(script) > MOST_BYTES) {
                throw UpgradeError.FILE_READ.at(script.toString(), "The file is larger than any that belongs there.");
            }
            return new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(script.toString(), "The file cannot be read: " + e, e);
        }
    }

    private Path file(String name) {
        return home.resolve(FOLDER + "/" + name + ".sql");
    }

    private static boolean isLaterMysql(String server) {
        Matcher version = VERSION.matcher(server);
        if (server.contains("MariaDB") || !version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 5 || major == 5 && Integer.parseInt(version.group(2)) >= 7;
    }
}
