package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** Files of the old home that were laid aside because the new home has its own: each once, however often the step is run. */
final class LaidAside {

    private static final String SUFFIX = "old";

    private final Aside aside;
    private final Map<String, List<Path>> before = new HashMap<>();

    LaidAside(Aside aside, Journal journal) {
        this.aside = aside;
        for (JournalEntry entry : journal.entries()) {
            if (entry.event() == Event.SET_ASIDE) {
                before.computeIfAbsent(entry.fact("from"), from -> new ArrayList<>())
                        .add(Paths.get(entry.fact("to")));
            }
        }
    }

    /** Where an earlier run has laid the file, if it has not changed since. */
    Optional<Path> find(Path file, Path target) throws IOException {
        for (Path laid : before.getOrDefault(name(target).toString(), Collections.emptyList())) {
            if (SameContent.of(file, laid)) {
                return Optional.of(laid);
            }
        }
        return Optional.empty();
    }

    /** A free place for it. */
    Path reserve(Path target) {
        return aside.reserve(target, SUFFIX);
    }

    private static Path name(Path target) {
        return target.resolveSibling(target.getFileName() + "." + SUFFIX);
    }
}
