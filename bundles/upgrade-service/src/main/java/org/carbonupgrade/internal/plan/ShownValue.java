package org.carbonupgrade.internal.plan;

import org.carbonupgrade.internal.ShownUrl;

/** A value of a plan as people may see it. */
final class ShownValue {

    private ShownValue() {}

    /** References are shown as they are written; passwords, also those in a URL, are not. */
    static String of(String key, String value) {
        boolean secret = PlanKey.written(key).map(PlanKey::secret).orElse(true);
        if (secret) {
            return Secrets.isReference(value) ? value : "(hidden)";
        }
        return key.endsWith(".url") ? ShownUrl.of(value) : value;
    }
}
