package org.carbonupgrade.internal.merge;

import java.util.regex.Pattern;

/**
 * A setting that belongs to the site rather than to the product's version: where nobody can tell a change from a
 * default, it is carried from the old home as a whole.
 */
public final class SiteRule {

    private final String file;
    private final Pattern filePattern;
    private final String place;
    private final String reason;

    /**
     * @param file the files it is about; {@code *} is any name, {@code **} any path
     * @param place the element's or attribute's path ({@link org.carbonupgrade.internal.merge.xml.XmlPath}) or the key
     *     ({@code *} for any characters) in it; empty for the whole file
     * @param reason why it belongs to the site, for people
     */
    public SiteRule(String file, String place, String reason) {
        this.file = file;
        this.filePattern = glob(file);
        this.place = place;
        this.reason = reason;
    }

    boolean isAbout(String otherFile) {
        return filePattern.matcher(otherFile).matches();
    }

    /** The place in the file; empty for the whole file. */
    public String place() {
        return place;
    }

    /** Why a value stands that this rule carries. */
    public String reason() {
        return "belongs to the site: " + reason;
    }

    /** A pattern in which {@code *} stands for any characters but a slash, {@code **} for any at all. */
    public static Pattern glob(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**/", i)) {
                pattern.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                pattern.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                pattern.append("[^/]*");
            } else {
                pattern.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return Pattern.compile(pattern.toString());
    }

    @Override
    public String toString() {
        return file + " | " + place + " | " + reason;
    }
}
