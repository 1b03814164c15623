package org.carbonupgrade.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How one check turned out. Immutable. */
public final class CheckReport {

    private final String name;
    private final String title;
    private final Duration took;
    private final Map<String, Long> figures;
    private final List<Entry> entries;

    public CheckReport(String name, String title, Duration took, Map<String, Long> figures, List<Entry> entries) {
        this.name = Objects.requireNonNull(name, "name");
        this.title = Objects.requireNonNull(title, "title");
        this.took = Objects.requireNonNull(took, "took");
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** The worst of the entries. */
    public Status status() {
        return Status.worst(entries.stream().map(Entry::status));
    }

    public Duration took() {
        return took;
    }

    /** How many of what were looked at, in the order in which the check counted them. */
    public Map<String, Long> figures() {
        return figures;
    }

    /** What was found, in the order in which it was. */
    public List<Entry> entries() {
        return entries;
    }
}
