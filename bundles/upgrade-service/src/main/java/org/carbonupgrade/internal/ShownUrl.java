package org.carbonupgrade.internal;

/** A JDBC URL as people may see it: a URL can hold passwords in its parameters and before its host. */
public final class ShownUrl {

    private ShownUrl() {}

    /** Type, host and database; no parameters, no user. */
    public static String of(String url) {
        return url.split("[?;]", 2)[0].replaceFirst("^(jdbc:[A-Za-z0-9:]*(?://)?).*@", "$1(hidden)@");
    }
}
