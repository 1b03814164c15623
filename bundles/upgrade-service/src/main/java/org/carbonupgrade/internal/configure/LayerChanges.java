package org.carbonupgrade.internal.configure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.ChangeKind;

/** Collects what a {@link Layer} changes. */
final class LayerChanges {

    private final Map<String, List<Change>> changes = new LinkedHashMap<>();

    void add(String file, String path, String what, String why) {
        changes.computeIfAbsent(file, name -> new ArrayList<>()).add(new Change(path, ChangeKind.VALUE, what, why));
    }

    /** By file; unmodifiable. */
    Map<String, List<Change>> byFile() {
        return Collections.unmodifiableMap(changes);
    }
}
