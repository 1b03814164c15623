package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.UpgradeError;

/** Reads scripts and settings of a home as text, whatever bytes are in them. */
public final class HomeText {

    /** No script or file of settings that a person wrote is larger. */
    private static final long MOST_BYTES = 4 << 20;

    private HomeText() {}

    /** The text of a file, by its path from the home, every byte as one character; empty if there is none. */
    public static Optional<String> read(CarbonHome home, String relative) {
        return bytes(home, relative).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The bytes of a file, by its path from the home; empty if there is none. */
    public static Optional<byte[]> bytes(CarbonHome home, String relative) {
        Path file = home.resolve(relative);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UpgradeError.FILE_READ.at(file.toString(), "The file is larger than any that belongs there.");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** A text without the lines that begin with any of some words, in whatever letters, after blanks. */
    public static String withoutComments(String text, String... marks) {
        return Arrays.stream(text.split("\\R"))
                .filter(line -> Arrays.stream(marks)
                        .noneMatch(mark -> line.trim().regionMatches(true, 0, mark, 0, mark.length())))
                .collect(Collectors.joining("\n"));
    }
}
