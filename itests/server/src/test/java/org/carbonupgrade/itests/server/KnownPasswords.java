package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.population.UserRecord;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.PopulatedHome;
import org.carbonupgrade.itests.support.TextFile;

/**
 * The passwords of the plan and of the old home, to be looked for where they must not be, in every form that they could take there.
 * The key store's is not among them: it is that of the download, and the name of half of everything.
 */
final class KnownPasswords {

    private static final Pattern OF_STORE = Pattern.compile("<Property[^>]* name=\"password\">([^<]+)</Property>");

    private final SortedSet<String> passwords = new TreeSet<>();

    private KnownPasswords() {}

    static KnownPasswords of(PopulatedHome home) {
        KnownPasswords known = new KnownPasswords();
        known.passwords.add(Plans.STAGED_USERS.password());
        known.passwords.add(OldServer.ORDERS.password());
        home.dataSources().stream().map(DataSource::password).forEach(known.passwords::add);
        for (TenantRecord tenant : home.manifest().tenants) {
            tenant.users.stream().map((UserRecord user) -> user.password).forEach(known.passwords::add);
            for (UserStoreRecord store : tenant.userStores) {
                Matcher password =
                        OF_STORE.matcher(TextFile.at(home.resolve(store.file)).read());
                if (password.find()) {
                    known.passwords.add(password.group(1));
                }
            }
        }
        return known;
    }

    int count() {
        return passwords.size();
    }

    /** The files below a directory that hold one of them, each with the line where. */
    List<String> in(Path directory) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // One character a byte: any file can be read so.
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String line : in(bytes, StandardCharsets.ISO_8859_1)) {
                    found.add(file + ": " + line);
                }
            }
        }
        return found;
    }

    /** The lines of a text that hold one of them. */
    List<String> in(String text) {
        return in(text, StandardCharsets.UTF_8);
    }

    private List<String> in(String text, Charset readAs) {
        List<String> forms = passwords.stream()
                .flatMap(password -> forms(password).stream())
                .map(form -> new String(form.getBytes(StandardCharsets.UTF_8), readAs))
                .distinct()
                .toList();
        return text.lines()
                .filter(line -> forms.stream().anyMatch(line::contains))
                .toList();
    }

    /** As it is, in XML and HTML, in JSON with and without care for HTML, and in a properties file. */
    private static List<String> forms(String password) {
        String xml = escaped(password, "&", "&amp;", "<", "&lt;", ">", "&gt;");
        String json = escaped(password, "\"", "\\\"");
        return List.of(
                password,
                xml,
                escaped(xml, "\"", "&quot;", "'", "&#39;"),
                json,
                escaped(json, "&", "\\u0026", "<", "\\u003c", ">", "\\u003e", "'", "\\u0027"),
                escaped(password, "!", "\\!", "#", "\\#", "ä", "\\u00E4", "ß", "\\u00DF"));
    }

    private static String escaped(String text, String... replacements) {
        String escaped = text;
        for (int i = 0; i < replacements.length; i += 2) {
            escaped = escaped.replace(replacements[i], replacements[i + 1]);
        }
        return escaped;
    }
}
