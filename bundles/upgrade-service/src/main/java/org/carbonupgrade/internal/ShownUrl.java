package org.carbonupgrade.internal;

import java.util.regex.Pattern;

/** A JDBC URL as people may see it: a URL can hold passwords in its parameters and before its host. */
public final class ShownUrl {

    private static final Pattern PARAMETER = Pattern.compile("(?i)(passw(or)?d|pwd)\\s*=");
    private static final String BEFORE_USER = "^jdbc:[A-Za-z0-9]+:(?:thin:|oci8?:)?(?://)?";

    private ShownUrl() {}

    /** Whether it has a password in it, or a user, who may have one. */
    public static boolean holdsSecret(String url) {
        return PARAMETER.matcher(url).find()
                || url.split("[?;]", 2)[0].replaceFirst(BEFORE_USER, "").indexOf('@') > 0;
    }

    /** Type, host and database; no parameters, no user. */
    public static String of(String url) {
        return url.split("[?;]", 2)[0].replaceFirst("^(jdbc:[A-Za-z0-9:]*(?://)?).*@", "$1(hidden)@");
    }
}
