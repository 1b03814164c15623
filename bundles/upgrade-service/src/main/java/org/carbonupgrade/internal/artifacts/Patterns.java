package org.carbonupgrade.internal.artifacts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.SiteRule;

/** What the operator leaves out, and what is carried at the operator's wish; knows which pattern met nothing. */
final class Patterns {

    private final Map<String, Pattern> excluded = new LinkedHashMap<>();
    private final Map<String, Pattern> included = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();
    private long leftOut;

    /** @param included what is carried all the same where both match */
    Patterns(List<String> excluded, List<String> included) {
        excluded.forEach(pattern -> this.excluded.put(pattern, compile(pattern)));
        included.forEach(pattern -> this.included.put(pattern, compile(pattern)));
    }

    /** Whether a file or directory stays behind. */
    boolean leavesOut(String relative) {
        return matches(excluded, relative) && !matches(included, relative);
    }

    boolean includes(String relative) {
        return matches(included, relative);
    }

    boolean includeAnything() {
        return !included.isEmpty();
    }

    void countLeftOut() {
        leftOut++;
    }

    /** How many files, and directories with all that is in them, stay behind. */
    long leftOut() {
        return leftOut;
    }

    /** Patterns that matched nothing: misspelt, perhaps. */
    List<String> unmet() {
        List<String> unmet = new ArrayList<>(excluded.keySet());
        unmet.addAll(included.keySet());
        unmet.removeAll(met);
        return Collections.unmodifiableList(unmet);
    }

    private boolean matches(Map<String, Pattern> patterns, String relative) {
        boolean matches = false;
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            if (pattern.getValue().matcher(relative).matches()) {
                met.add(pattern.getKey());
                matches = true;
            }
        }
        return matches;
    }

    /** A directory stands for all that is in it. */
    private static Pattern compile(String glob) {
        return Pattern.compile("(?s)" + SiteRule.glob(glob.replaceFirst("/+$", "")) + "(?:/.*)?");
    }
}
