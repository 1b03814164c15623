package org.carbonupgrade.internal.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the operator decided about the conflicts of one file. Immutable. */
public final class Decisions {

    private static final Decisions NONE = new Decisions(Collections.emptyMap(), null);

    private final Map<String, Side> byPath;
    private final Side otherwise;

    private Decisions(Map<String, Side> byPath, Side otherwise) {
        this.byPath = byPath;
        this.otherwise = otherwise;
    }

    public static Decisions none() {
        return NONE;
    }

    /** Every conflict of the file is decided for one side. What is in no conflict is merged all the same. */
    public static Decisions everywhere(Side side) {
        return new Decisions(Collections.emptyMap(), Objects.requireNonNull(side, "side"));
    }

    /** These decisions and one more, which overrides an earlier one for the same path. */
    public Decisions and(String conflictPath, Side side) {
        Map<String, Side> more = new LinkedHashMap<>(byPath);
        more.put(Objects.requireNonNull(conflictPath, "conflictPath"), Objects.requireNonNull(side, "side"));
        return new Decisions(Collections.unmodifiableMap(more), otherwise);
    }

    /** The side chosen for a conflict, or null. */
    Side at(String conflictPath) {
        return byPath.getOrDefault(conflictPath, otherwise);
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    @Override
    public String toString() {
        return byPath + (otherwise == null ? "" : " else " + otherwise);
    }
}
