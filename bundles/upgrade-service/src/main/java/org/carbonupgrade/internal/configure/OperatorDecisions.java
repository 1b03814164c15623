package org.carbonupgrade.internal.configure;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.List;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.Workplace;

/** What the operator has decided about conflicts; kept in the journal, the last decision counts. */
final class OperatorDecisions {

    private static final String ALL = "*";

    private final Workplace workplace;
    private final Journal journal;

    OperatorDecisions(Workplace workplace) {
        this.workplace = workplace;
        this.journal = workplace.journal();
    }

    /**
     * Notes decisions.
     *
     * @param words of the command line, two for each: {@code old} or {@code new}, and {@code FILE} or {@code FILE#PATH}
     * @throws org.carbonupgrade.UpgradeException if a side is neither, or no home has such a file; nothing is noted then
     */
    void take(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i += 2) {
            side(words.get(i));
            requireFile(words.get(i + 1).split("#", 2)[0]);
        }
        for (int i = 0; i + 1 < words.size(); i += 2) {
            Side side = side(words.get(i));
            String[] place = words.get(i + 1).split("#", 2);
            journal.append(
                    Event.DECIDED,
                    "file",
                    file(place[0]),
                    "path",
                    place.length == 2 ? place[1] : ALL,
                    "side",
                    side.name());
        }
    }

    /** The decisions about one file. */
    Decisions about(String file) {
        Decisions decisions = Decisions.none();
        for (JournalEntry entry : journal.entries()) {
            if (entry.event() == Event.DECIDED && entry.fact("file").equals(file)) {
                Side side = Side.valueOf(entry.fact("side"));
                decisions = entry.fact("path").equals(ALL)
                        ? Decisions.everywhere(side)
                        : decisions.and(entry.fact("path"), side);
            }
        }
        return decisions;
    }

    /** Whether the new version's is wanted at a place, or in all of the file, or in what is around it. */
    boolean takesNew(String file, String path) {
        Side side = null;
        for (JournalEntry entry : journal.entries()) {
            if (entry.event() == Event.DECIDED && entry.fact("file").equals(file)) {
                String decided = entry.fact("path");
                if (decided.equals(ALL) || path.equals(decided) || path.startsWith(decided + "/")) {
                    side = Side.valueOf(entry.fact("side"));
                }
            }
        }
        return side == Side.NEW;
    }

    private static Side side(String word) {
        for (Side side : Side.values()) {
            if (side.name().equalsIgnoreCase(word)) {
                return side;
            }
        }
        throw UpgradeError.CONFIG_TAKE.at("--take", "\"" + word + "\" is neither old nor new.");
    }

    private void requireFile(String named) {
        String file = file(named);
        boolean there = Files.isRegularFile(workplace.oldHome().resolve(file))
                || Files.isRegularFile(workplace.newHome().resolve(file));
        if (!there || !isMerged(file)) {
            throw UpgradeError.CONFIG_TAKE.at("--take", "Neither home has a configuration file " + file + ".");
        }
    }

    /** With or without the part of the path that all have, and without detours: as the file is called everywhere else. */
    private static String file(String named) {
        String plain = normalized(named);
        return isMerged(plain) ? plain : normalized(ConfigurationFiles.CONF + "/" + named);
    }

    private static boolean isMerged(String file) {
        return file.startsWith(ConfigurationFiles.CONF + "/") || ConfigurationFiles.SCRIPTS.contains(file);
    }

    private static String normalized(String path) {
        try {
            return Paths.get(path).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            throw UpgradeError.CONFIG_TAKE.at("--take", "\"" + path + "\" names no file.");
        }
    }
}
