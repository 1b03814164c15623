package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that a server would be started with: that of {@code JAVA_HOME}, or, without it, the one that we run on. */
final class ServerJava {

    private static final Pattern RELEASE = Pattern.compile("(?m)^JAVA_VERSION=\"?([\\d.]+)");
    private static final Pattern NUMBER = Pattern.compile("(?:1\\.)?(\\d{1,4})");

    private final Map<String, String> environment;

    ServerJava(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Such as 8 or 17. */
    int number() {
        Matcher number = NUMBER.matcher(version());
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Such as {@code Java 17 of JAVA_HOME}. */
    @Override
    public String toString() {
        return "Java " + number() + (environment.containsKey("JAVA_HOME") ? " of JAVA_HOME" : "");
    }

    private String version() {
        String home = environment.get("JAVA_HOME");
        if (home != null) {
            try {
                Path release = Paths.get(home, "release");
                Matcher version = RELEASE.matcher(new String(Files.readAllBytes(release), StandardCharsets.UTF_8));
                if (version.find()) {
                    return version.group(1);
                }
            } catch (IOException | InvalidPathException e) {
                // as old or as damaged as it may be, nothing better is to be had than our own
            }
        }
        return System.getProperty("java.version");
    }
}
