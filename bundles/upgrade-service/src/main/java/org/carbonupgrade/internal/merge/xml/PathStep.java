package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of an {@link XmlPath}: an element's name and what else must be true of it. */
final class PathStep {

    private static final Pattern STEP =
            Pattern.compile("([^\\[\\]/@'\"]+)((?:\\[(?:[^'\"\\]]|'[^']*'|\"[^\"]*\")*\\])*)");
    private static final Pattern CONDITION =
            Pattern.compile("\\[(?:(@?[^='\"\\]]+)=(?:'([^']*)'|\"([^\"]*)\")|(\\d+))\\]");

    /** Among more siblings than any real file has, an element is named by its place alone, which takes no search. */
    private static final int MANY = 3_000;

    private final String name;
    private final List<String[]> conditions = new ArrayList<>();
    private int ordinal;

    private PathStep(String name) {
        this.name = name;
    }

    static PathStep parse(String text) {
        Matcher step = STEP.matcher(text);
        if (!step.matches()) {
            throw new IllegalArgumentException("not a step of a path: " + text);
        }
        PathStep parsed = new PathStep(step.group(1));
        Matcher condition = CONDITION.matcher(step.group(2));
        int end = 0;
        while (condition.find() && condition.start() == end) {
            if (condition.group(4) != null) {
                parsed.ordinal = Integer.parseInt(condition.group(4));
            } else {
                String value = condition.group(2) == null ? condition.group(3) : condition.group(2);
                parsed.conditions.add(new String[] {condition.group(1), value});
            }
            end = condition.end();
        }
        if (end != step.group(2).length()) {
            throw new IllegalArgumentException("not a condition of a path: " + step.group(2));
        }
        return parsed;
    }

    /** The step that names an element among its siblings. */
    static String nameOf(XmlElement element) {
        if (!(element.parent() instanceof XmlElement)) {
            return element.name();
        }
        if (element.parent().elements().size() > MANY) {
            return element.name() + "[" + (element.parent().placeAmongNamesakes(element) + 1) + "]";
        }
        Identity identity = element.identity();
        boolean shown = identity.strength() == Identity.Strength.NAME || !isOnlyOne(element);
        String step = element.name() + (shown ? identity.predicate() : "");
        int place = 0;
        int alike = 0;
        PathStep parsed = parse(step);
        for (XmlElement sibling : element.parent().elements()) {
            if (parsed.matchesIgnoringOrdinal(sibling)) {
                alike++;
                place = sibling == element ? alike : place;
            }
        }
        return alike > 1 ? step + "[" + place + "]" : step;
    }

    private static boolean isOnlyOne(XmlElement element) {
        for (XmlElement sibling : element.parent().elements()) {
            if (sibling != element && sibling.name().equals(element.name())) {
                return false;
            }
        }
        return true;
    }

    boolean isAnyDepth() {
        return name.equals("**");
    }

    boolean matches(XmlElement element) {
        if (!matchesIgnoringOrdinal(element)) {
            return false;
        }
        if (ordinal == 0 || element.parent() == null) {
            return ordinal <= 1;
        }
        int place = 0;
        for (XmlElement sibling : element.parent().elements()) {
            if (matchesIgnoringOrdinal(sibling)) {
                place++;
            }
            if (sibling == element) {
                return place == ordinal;
            }
        }
        return false;
    }

    private boolean matchesIgnoringOrdinal(XmlElement element) {
        if (!name.equals("*") && !name.equals(element.name())) {
            return false;
        }
        for (String[] condition : conditions) {
            if (!condition[1].equals(valueOf(element, condition[0]))) {
                return false;
            }
        }
        return true;
    }

    private static String valueOf(XmlElement element, String by) {
        if (by.startsWith("@")) {
            return element.attribute(by.substring(1));
        }
        XmlElement child = element.child(by);
        return child == null ? null : XmlChars.collapse(child.text());
    }
}
