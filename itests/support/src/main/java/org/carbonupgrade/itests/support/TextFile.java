package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Edits a text file the way an administrator does: replaces a passage, and fails loudly if it is not there exactly once. */
public final class TextFile {

    private final Path file;

    private TextFile(Path file) {
        this.file = file;
    }

    public static TextFile at(Path file) {
        return new TextFile(file);
    }

    /** @throws HarnessException if the passage is missing or occurs more than once */
    public TextFile replace(String passage, String replacement) {
        String text = read();
        int at = text.indexOf(passage);
        if (at < 0 || text.indexOf(passage, at + 1) >= 0) {
            throw new HarnessException("expected exactly once in " + file + ": " + passage);
        }
        return write(text.substring(0, at) + replacement + text.substring(at + passage.length()));
    }

    /** @throws HarnessException if the passage is missing */
    public TextFile replaceAll(String passage, String replacement) {
        String text = read();
        if (!text.contains(passage)) {
            throw new HarnessException("expected in " + file + ": " + passage);
        }
        return write(text.replace(passage, replacement));
    }

    public TextFile append(String text) {
        return write(read() + text);
    }

    public String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new HarnessException("cannot read " + file, e);
        }
    }

    public TextFile write(String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HarnessException("cannot write " + file, e);
        }
        return this;
    }
}
