package org.carbonupgrade.internal.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes random but plausible changes to configuration files, by text and without knowing anything of the merge. */
final class RandomHand {

    private static final Pattern LEAF = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|(\\s*)<([\\w.:-]+)((?:\\s+[\\w.:-]+=(?:\"[^\"]*\"|'[^']*'))*)\\s*>([^<]*)</\\2>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("<!--.*?-->|\\s([\\w.-]+)=\"([^\"]*)\"", Pattern.DOTALL);
    private static final List<String> NAMING = Arrays.asList(
            "name",
            "id",
            "key",
            "path",
            "ref",
            "class",
            "className",
            "encoding",
            "version",
            "xmlns",
            "error-code",
            "extension",
            "item",
            "scheme",
            "listener-class");

    private final Random random;

    RandomHand(Random random) {
        this.random = random;
    }

    /** XML with up to so many changes; well-formed if it was. */
    String changeXml(String xml, int most) {
        String changed = xml;
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            changed = changeXmlOnce(changed);
        }
        return changed;
    }

    private String changeXmlOnce(String xml) {
        if (random.nextInt(5) == 0) {
            return changeAttribute(xml);
        }
        List<int[]> leaves = new ArrayList<>();
        Matcher leaf = LEAF.matcher(xml);
        while (leaf.find()) {
            boolean naming = leaf.group(2) == null || isNaming(leaf.group(2));
            if (!naming) {
                leaves.add(new int[] {leaf.start(), leaf.end(), leaf.end(1), leaf.start(4), leaf.end(4)});
            }
        }
        if (leaves.isEmpty()) {
            return xml;
        }
        int[] chosen = leaves.get(random.nextInt(leaves.size()));
        String before = xml.substring(0, chosen[0]);
        String space = xml.substring(chosen[0], chosen[2]);
        String element = xml.substring(chosen[2], chosen[1]);
        String after = xml.substring(chosen[1]);
        switch (random.nextInt(6)) {
            case 0:
                return before + after;
            case 1:
                return before + space + "<!-- " + element + " -->" + after;
            case 2:
                String tag = "Added" + random.nextInt(9);
                String added =
                        "<" + tag + " name=\"n" + random.nextInt(99) + "\">" + random.nextInt(99) + "</" + tag + ">";
                return before + space + added + space + element + after;
            case 3:
                return before + space + "<!-- note " + random.nextInt(99) + " -->" + space + element + after;
            default:
                return xml.substring(0, chosen[3]) + "value" + random.nextInt(99) + xml.substring(chosen[4]);
        }
    }

    private static boolean isNaming(String tag) {
        return NAMING.contains(tag.toLowerCase(java.util.Locale.ROOT)) || tag.endsWith("-name");
    }

    private String changeAttribute(String xml) {
        List<int[]> places = new ArrayList<>();
        Matcher attribute = ATTRIBUTE.matcher(xml);
        while (attribute.find()) {
            boolean free = attribute.group(1) != null && !NAMING.contains(attribute.group(1));
            if (free
                    && !attribute.group(1).startsWith("xmlns")
                    && attribute.group(1).indexOf(':') < 0) {
                places.add(new int[] {attribute.start(2), attribute.end(2)});
            }
        }
        if (places.isEmpty()) {
            return xml;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return xml.substring(0, place[0]) + random.nextInt(999) + xml.substring(place[1]);
    }

    /** Lines with up to so many changes. */
    String changeLines(String text, int most) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0:
                    if (lines.size() > 1) {
                        lines.remove(at);
                    }
                    break;
                case 1:
                    lines.set(at, "changed." + random.nextInt(99) + "=" + random.nextInt(99) + "\n");
                    break;
                case 2:
                    lines.add(at, "\n");
                    break;
                default:
                    lines.add(at, "added." + random.nextInt(99) + "=" + random.nextInt(99) + "\n");
            }
        }
        return String.join("", lines);
    }
}
