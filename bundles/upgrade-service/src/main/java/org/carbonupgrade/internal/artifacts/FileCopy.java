package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Copies one file or link, with its mode, times and owner: it has its name only once it was read back and found equal. */
final class FileCopy {

    /** How it went. */
    enum Outcome {
        COPIED,
        /** The file was there when its directory was read, and is no more. */
        VANISHED,
        /** Whenever the copy was read back, the file was another one already. */
        CHANGES
    }

    private static final int TRIES = 3;

    /** Names of their own for files that are being copied: with the file's they could become too long. */
    private static final String PART = ".carbon-upgrade-part-";

    private FileCopy() {}

    /**
     * Copies it.
     *
     * @param worker a number that no other copy has at the same time
     * @param proven is told of what was copied, if that is a file
     */
    static Outcome copy(Path file, Path target, int worker, ProvenFiles proven) throws IOException {
        Path part = target.resolveSibling(PART + worker);
        try {
            for (int i = 0; i < TRIES; i++) {
                Files.copy(
                        file,
                        part,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS);
                boolean link = Files.isSymbolicLink(part);
                Optional<String> sha256 = link ? Optional.empty() : SameContent.digest(file, part);
                if (link || sha256.isPresent()) {
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    if (sha256.isPresent()) {
                        proven.add(target, sha256.get());
                    }
                    return Outcome.COPIED;
                }
            }
            return isThere(file) ? Outcome.CHANGES : Outcome.VANISHED;
        } catch (NoSuchFileException e) {
            if (isThere(file)) {
                throw e;
            }
            return Outcome.VANISHED;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes what a copy that was killed has left in a directory. */
    static void clear(Path directory, int workers) throws IOException {
        for (int i = 0; i < workers; i++) {
            Files.deleteIfExists(directory.resolve(PART + i));
        }
    }

    /** Whether a file is what is being copied, or what a copy that was killed has left. */
    static boolean isPart(Path file) {
        return file.getFileName().toString().startsWith(PART);
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
