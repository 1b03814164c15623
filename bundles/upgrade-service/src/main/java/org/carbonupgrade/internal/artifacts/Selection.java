package org.carbonupgrade.internal.artifacts;

import java.util.regex.Pattern;

/** What of one tree is carried: the table's own rule, and the operator's patterns. Places are paths from the home, with slashes. */
final class Selection {

    /** Belongs to its version, is merged, or tells of the old server's run: no pattern brings it along. */
    private static final Pattern NEVER = Pattern.compile("(?:repository/(?:conf|database|logs|upgrade"
            + "|components/(?:plugins|features|p2|patches|servicepacks|default|configuration))|tmp|wso2carbon\\.pid"
            + "|bin/wso2server\\.(?:sh|bat))(?:/.*)?");

    private final Carried tree;
    private final Patterns patterns;

    Selection(Carried tree, Patterns patterns) {
        this.tree = tree;
        this.patterns = patterns;
    }

    /** Whether to look into a directory. */
    boolean enters(String directory) {
        if (tree.isHome()) {
            return !NEVER.matcher(directory).matches()
                    && Carried.ALL.stream().noneMatch(other -> other.directory().equals(directory));
        }
        boolean enters = patterns.includeAnything() || !patterns.leavesOut(directory);
        if (!enters) {
            patterns.countLeftOut();
        }
        return enters;
    }

    /** Whether the new home has a directory for its own sake, even if it is empty. */
    boolean makes(String directory) {
        return tree.isHome() ? patterns.includes(directory) : !patterns.leavesOut(directory);
    }

    boolean takes(String file) {
        if (tree.isHome()) {
            return !NEVER.matcher(file).matches() && patterns.includes(file);
        }
        boolean leaves = patterns.leavesOut(file);
        if (leaves) {
            patterns.countLeftOut();
        }
        return patterns.includes(file) || tree.takes(file) && !leaves;
    }
}
