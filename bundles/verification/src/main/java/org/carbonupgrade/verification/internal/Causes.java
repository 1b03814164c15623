package org.carbonupgrade.verification.internal;

import java.util.regex.Pattern;

/** Says in a few words why something failed. */
public final class Causes {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 300;
    private static final Pattern URL = Pattern.compile("jdbc:[^\\s\"'<>]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET =
            Pattern.compile("((?:password|passwd|pwd|secret)\\s*[=:]\\s*)[^\\s,;&]+", Pattern.CASE_INSENSITIVE);

    private Causes() {}

    /**
     * The message of the innermost cause, on one line. Carbon wraps exceptions several times over, and only the innermost
     * says what went wrong. JDBC URLs and whatever looks like a password are taken out.
     */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST && cause.getCause() != null && cause.getCause() != cause; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text = message == null || message.trim().isEmpty()
                ? cause.getClass().getName()
                : cause.getClass().getSimpleName() + ": " + message;
        return shortened(withoutSecrets(text.replaceAll("\\s+", " ").trim()));
    }

    private static String withoutSecrets(String text) {
        return SECRET.matcher(URL.matcher(text).replaceAll("(a JDBC URL)")).replaceAll("$1(hidden)");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
