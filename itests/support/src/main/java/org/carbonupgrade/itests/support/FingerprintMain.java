package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes down what a directory tree holds, an entry a line: {@code FingerprintMain DIR FILE}. */
public final class FingerprintMain {

    private FingerprintMain() {}

    public static void main(String[] arguments) {
        Main.run("FingerprintMain DIR FILE", 2, 2, arguments, () -> {
            String lines = TreeFingerprint.of(Path.of(arguments[0])).entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().describe() + "\n")
                    .collect(Collectors.joining());
            try {
                Files.writeString(Path.of(arguments[1]), lines);
            } catch (IOException e) {
                throw new HarnessException("cannot write " + arguments[1], e);
            }
        });
    }
}
