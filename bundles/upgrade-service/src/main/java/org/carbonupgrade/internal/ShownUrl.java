package org.carbonupgrade.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL as people may see it: a URL can hold passwords in its parameters and before its host. */
public final class ShownUrl {

    private static final String HIDDEN = "(hidden)";
    private static final Pattern PARAMETER = Pattern.compile("(?i)(passw(or)?d|pwd)\\s*=");

    /** Oracle has user and password between the kind of driver and the place; both may hold anything. */
    private static final Pattern ORACLE =
            Pattern.compile("(?i)(jdbc:oracle:(?:[a-z0-9]+:)?)([^(]*@|[^@]*$)?(.*)", Pattern.DOTALL);

    /** DB2 and Informix have parameters behind a colon behind the database's name. */
    private static final Pattern BEHIND_COLON =
            Pattern.compile("(?i)(jdbc:(?:db2|informix-sqli):(?://[^/]*/|/)?[^:/]*).*", Pattern.DOTALL);

    private static final Pattern TO_USER = Pattern.compile("(jdbc:[A-Za-z0-9:-]*?(?://)?)([^/]*@)(.*)", Pattern.DOTALL);

    /** Host, port and what follows: nothing that could be the beginning of a password with a question mark in it. */
    private static final Pattern PLACE =
            Pattern.compile("jdbc:[A-Za-z0-9:-]+//[^:@/]*(?::\\d+)?(?:[,/].*)?", Pattern.DOTALL);

    private static final Pattern SECRET_PART = Pattern.compile("(?i)\\((user|[a-z_]*passw(?:or)?d|pwd)\\s*=[^)]*\\)");

    private ShownUrl() {}

    /** Whether it has a password in it, or a user, who may have one. */
    public static boolean holdsSecret(String url) {
        return PARAMETER.matcher(url).find() || of(url).contains(HIDDEN);
    }

    /** Type, host and database; no parameters, no user. */
    public static String of(String url) {
        Matcher oracle = ORACLE.matcher(url);
        if (oracle.matches()) {
            String login = oracle.group(2) == null ? "" : oracle.group(2);
            boolean bare = login.equals("@") || login.isEmpty();
            String shown = oracle.group(1)
                    + (bare ? "" : HIDDEN)
                    + (login.endsWith("@") ? "@" : "")
                    + oracle.group(3).split("[?;]", 2)[0];
            return withoutSecretParts(shown);
        }
        String shown = BEHIND_COLON.matcher(url.split("[?;]", 2)[0]).replaceFirst("$1");
        Matcher user = TO_USER.matcher(shown);
        if (user.matches()) {
            return withoutSecretParts(user.group(1) + HIDDEN + "@" + user.group(3));
        }
        if (url.indexOf('@') > 0
                && shown.contains("//")
                && !PLACE.matcher(shown).matches()
                && !shown.contains("(")) {
            return shown.replaceFirst("(?s)(jdbc:[A-Za-z0-9-]*:(?://)?).*", "$1" + HIDDEN);
        }
        return withoutSecretParts(shown);
    }

    private static String withoutSecretParts(String url) {
        return SECRET_PART.matcher(url).replaceAll("($1=" + HIDDEN + ")");
    }
}
