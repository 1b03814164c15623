package org.carbonupgrade.internal.plan;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.carbonupgrade.internal.ShownUrl;

/**
 * The plan as it is kept with the upgrade's state, for the commands that are given in the new server's console later: it means the
 * same there, and no password stands in it.
 */
final class PlanCopy {

    private static final String FILE = "${file:";
    private static final String PROMPT = "${prompt}";

    private PlanCopy() {}

    static String of(Map<String, String> values, Path directory) {
        Map<String, String> kept = new TreeMap<>();
        values.forEach((key, value) -> kept.put(key, value(PlanKey.written(key).get(), value, directory)));
        StringWriter text = new StringWriter();
        kept.forEach((key, value) -> text.append(line(key, value)));
        return "# The plan of this upgrade, as it was last used; passwords that stood in it are asked for.\n" + text;
    }

    private static String value(PlanKey key, String written, Path directory) {
        if (Secrets.isReference(written) && written.startsWith(FILE)) {
            return FILE + directory.resolve(written.substring(FILE.length(), written.length() - 1)) + "}";
        }
        if (Secrets.isReference(written)) {
            return written;
        }
        if (key.secret() || key == PlanKey.STAGING_URL && ShownUrl.holdsSecret(written)) {
            return PROMPT;
        }
        return key.path() ? directory.resolve(written).toString() : written;
    }

    /** One line as a properties file has it, escapes and all. */
    private static String line(String key, String value) {
        Properties one = new Properties();
        one.setProperty(key, value);
        StringWriter text = new StringWriter();
        try {
            one.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException(e); // a writer in memory
        }
        return text.toString().replaceFirst("(?m)^#.*\\R", "").replace(System.lineSeparator(), "\n");
    }
}
