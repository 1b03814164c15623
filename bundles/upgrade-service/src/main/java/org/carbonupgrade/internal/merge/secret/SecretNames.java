package org.carbonupgrade.internal.merge.secret;

import java.util.regex.Pattern;

/** Tells by its name whether a setting holds a secret. */
public final class SecretNames {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    private static final Pattern SECRET = Pattern.compile(
            "passw(or)?d|passphrase|pass[-_.]?code|pwd|secret|credential|token|"
                    + "(api|private|access|shared|license|encryption|symmetric|signing)[-_.]?key|"
                    + "pass$|(^|[-_.])pw$",
            FLAGS);

    /** Settings about secrets that hold none: an operator must see them to decide about them. */
    private static final Pattern ABOUT_SECRETS = Pattern.compile(
            "(regex|errormsg|message|digest|method|algorithm|class|classname|enabled?|supported|allowed|managed|trim|"
                    + "length|timeout|validity|period|expiry|interval|policy|alias|type|provider|manager|stores?|name|"
                    + "path|location|file|url|uri|endpoint|page|header|landing\\w*|builder|generator|issuer)$",
            FLAGS);

    private SecretNames() {}

    /** Whether a value of this name must not be shown. In doubt, yes. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).find() && !ABOUT_SECRETS.matcher(name).find();
    }
}
