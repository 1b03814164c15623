package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The {@code name=value} settings behind a URL, with semicolons between; a value in braces may hold anything. Immutable. */
public final class UrlSettings {

    private final List<String[]> settings = new ArrayList<>();

    /** @param text such as {@code user=carbon;password={a;b};} */
    public UrlSettings(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            String setting = text.substring(at, end);
            int equals = setting.indexOf('=');
            if (!setting.trim().isEmpty()) {
                settings.add(
                        equals < 0
                                ? new String[] {setting.trim(), null}
                                : new String[] {setting.substring(0, equals).trim(), setting.substring(equals + 1)});
            }
            at = end + 1;
        }
    }

    /** The value of the first of these names that is there, in any case, without braces; null if there is none. */
    public String get(String... names) {
        for (String[] setting : settings) {
            if (setting[1] != null && Arrays.stream(names).anyMatch(setting[0]::equalsIgnoreCase)) {
                String value = setting[1].trim();
                return value.startsWith("{") && value.endsWith("}")
                        ? value.substring(1, value.length() - 1).replace("}}", "}")
                        : setting[1];
            }
        }
        return null;
    }

    /** All but these, each followed by a semicolon. */
    public String without(String... names) {
        StringBuilder rest = new StringBuilder();
        for (String[] setting : settings) {
            if (Arrays.stream(names).noneMatch(setting[0]::equalsIgnoreCase)) {
                rest.append(setting[0])
                        .append(setting[1] == null ? "" : "=" + setting[1])
                        .append(';');
            }
        }
        return rest.toString();
    }

    /** Where the setting ends that begins at a position: at a semicolon outside of braces. */
    private static int end(String text, int from) {
        int equals = text.indexOf('=', from);
        int semicolon = text.indexOf(';', from);
        int end = semicolon < 0 ? text.length() : semicolon;
        if (equals < 0 || equals > end || !text.startsWith("{", equals + 1)) {
            return end;
        }
        int close = text.indexOf('}', equals);
        while (close >= 0 && text.startsWith("}}", close)) {
            close = text.indexOf('}', close + 2);
        }
        int behind = close < 0 ? -1 : text.indexOf(';', close);
        return behind < 0 ? text.length() : behind;
    }
}
