package org.carbonupgrade.internal.home;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.UpgradeError;

/** Fills in what Carbon fills in when it reads its configuration: system properties, {@code carbon.home} above all. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private Placeholders() {}

    /**
     * The text as a server of the home would see it.
     *
     * @throws org.carbonupgrade.UpgradeException if it has a placeholder whose value only the server's start script knows
     */
    public static String resolve(String text, CarbonHome home) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuffer resolved = new StringBuffer();
        while (placeholder.find()) {
            if (!placeholder.group(1).equals("carbon.home")) {
                throw UpgradeError.PLACEHOLDER.at(
                        home.toString(),
                        "The placeholder " + placeholder.group() + " has a value only in the running server.");
            }
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(home.toString()));
        }
        return placeholder.appendTail(resolved).toString();
    }
}
