package org.carbonupgrade.internal.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.internal.home.CarbonVersion;

/** A file of what one version changed in its databases since another, both told by its name. Immutable. */
public final class PathFile {

    static final String ENDING = ".txt";
    private static final String VERSION = "(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})";
    private static final Pattern NAME = Pattern.compile(VERSION + "-" + VERSION);

    private final String name;
    private final CarbonVersion from;
    private final CarbonVersion to;
    private final List<PathLine> lines;
    private final String sha256;
    private final String place;

    private PathFile(Matcher versions, List<PathLine> lines, String sha256, String place) {
        this.name = versions.group();
        this.from = version(versions.group(1));
        this.to = version(versions.group(2));
        this.lines = Collections.unmodifiableList(lines);
        this.sha256 = sha256;
        this.place = place;
    }

    /**
     * Reads one.
     *
     * @param name such as {@code 4.4.6-4.4.7}
     * @param place where an operator's own is; null for one of ours
     * @throws IllegalArgumentException if the name tells no versions, or a line makes no sense; it says which
     */
    static PathFile parse(String name, byte[] content, String text, String place) {
        Matcher versions = NAME.matcher(name);
        if (!versions.matches() || version(versions.group(1)).compareTo(version(versions.group(2))) >= 0) {
            throw new IllegalArgumentException("Its name is not that of a path file, which is FROM-TO" + ENDING
                    + " with two versions, the newer last");
        }
        List<PathLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.trim().isEmpty() && !line.trim().startsWith("#")) {
                try {
                    lines.add(PathLine.parse(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Line " + number + " makes no sense: " + e.getMessage());
                }
            }
        }
        if (text.trim().isEmpty()) {
            throw new IllegalArgumentException("The file is empty");
        }
        return new PathFile(versions, lines, DigestUtils.sha256Hex(content), place);
    }

    CarbonVersion from() {
        return from;
    }

    CarbonVersion to() {
        return to;
    }

    List<PathLine> lines() {
        return lines;
    }

    /** The file, if it is the operator's own. */
    public Optional<String> own() {
        return Optional.ofNullable(place);
    }

    /** The digest of its content. */
    public String sha256() {
        return sha256;
    }

    /** Such as {@code 4.4.6-4.4.7}. */
    @Override
    public String toString() {
        return name;
    }

    private static CarbonVersion version(String text) {
        return CarbonVersion.in(text).orElseThrow(IllegalArgumentException::new);
    }
}
