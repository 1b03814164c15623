package org.carbonupgrade.internal.staging;

import java.util.regex.Pattern;

/** Tells by its name which column holds what no report may show, such as {@code UM_USER_PASSWORD} or {@code UM_SALT_VALUE}. */
final class SecretColumns {

    private static final Pattern SECRET = Pattern.compile(
            "passw(or)?d|passphrase|pwd|secret|salt|token|credential|authorization_?code|(private|api|access|shared)[-_.]?key|pass$",
            Pattern.CASE_INSENSITIVE);

    private SecretColumns() {}

    /** In doubt, yes. Also asked about names that stand in a table beside their values. */
    static boolean secret(String name) {
        return SECRET.matcher(name).find();
    }
}
