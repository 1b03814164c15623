package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.internal.UpgradeError;

/** Carbon's secure vault: passwords that configuration files name by an alias, kept encrypted in a file of their own. */
public final class SecureVault {

    private static final String CIPHER_TEXTS = "repository/conf/security/cipher-text.properties";
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern ALIAS = Pattern.compile("\\bsecretAlias\\s*(?:=\\s*[\"']|:)([^\"'\\s<>]+)");
    private static final Pattern CONFIGURATION = Pattern.compile(".*\\.(xml|properties)");

    /** With the key store's password in it, so that the server need not ask; the first is gone after the next start. */
    static final String[] PASSWORD_FILES = {
        "password-tmp", "password-tmp.txt", "password-persist", "password-persist.txt"
    };

    private final CarbonHome home;

    public SecureVault(CarbonHome home) {
        this.home = home;
    }

    /** The aliases that files below {@code repository/conf} and those of user stores name; sorted. */
    public Set<String> aliases() {
        Set<String> aliases = new TreeSet<>();
        for (Path file : files()) {
            String text =
                    HomeText.read(home, home.path().relativize(file).toString()).orElse("");
            String live = file.toString().endsWith(".xml")
                    ? COMMENT.matcher(text).replaceAll("")
                    : HomeText.withoutComments(text, "#", "!");
            Matcher alias = ALIAS.matcher(live);
            while (alias.find()) {
                aliases.add(alias.group(1));
            }
        }
        return aliases;
    }

    /** The aliases whose secrets the vault holds; sorted. */
    public Set<String> kept() {
        return new TreeSet<>(texts().stringPropertyNames());
    }

    /** The aliases whose secrets were not encrypted yet: they stand there in brackets, for all to read. */
    public Set<String> plain() {
        Properties texts = texts();
        return kept().stream()
                .filter(alias -> texts.getProperty(alias).trim().startsWith("["))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cipher texts of the secrets that are encrypted, by their aliases; unmodifiable. */
    public Map<String, String> encrypted() {
        Properties texts = texts();
        Map<String, String> encrypted = new TreeMap<>();
        kept().stream()
                .filter(alias -> !texts.getProperty(alias).trim().startsWith("["))
                .forEach(alias -> encrypted.put(alias, texts.getProperty(alias)));
        return Collections.unmodifiableMap(encrypted);
    }

    /** Whether a file has the password that opens the vault. */
    public boolean hasPasswordFile() {
        return Stream.of(PASSWORD_FILES).anyMatch(name -> Files.exists(home.resolve(name)));
    }

    /** The file with the encrypted secrets. */
    public Path file() {
        return home.resolve(CIPHER_TEXTS);
    }

    private Properties texts() {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(HomeText.read(home, CIPHER_TEXTS).orElse("")));
            return texts;
        } catch (IOException | IllegalArgumentException e) {
            throw UpgradeError.FILE_READ.at(file().toString(), "The file is not in properties format: " + e, e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> conf = Files.walk(home.conf())) {
            List<Path> files = conf.filter(
                            file -> CONFIGURATION.matcher(file.toString()).matches() && Files.isRegularFile(file))
                    .filter(file -> !file.equals(file()))
                    .collect(Collectors.toCollection(ArrayList::new));
            files.addAll(UserStoreFiles.files(home).keySet());
            return files;
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(home.conf().toString(), "The directory cannot be read: " + e, e);
        }
    }
}
