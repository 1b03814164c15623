package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.carbonupgrade.internal.UpgradeError;

/** How many bytes the files of a tree have, whatever their names are. */
final class TreeSize extends SimpleFileVisitor<Path> {

    private long bytes;

    private TreeSize() {}

    /** Of a directory with all that is below it, or of a file; links to others are not followed. */
    static long of(Path root) {
        TreeSize size = new TreeSize();
        try {
            Files.walkFileTree(root.toRealPath(), size);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(root.toString(), "Its size cannot be told: " + e, e);
        }
        return size.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        return FileVisitResult.CONTINUE;
    }
}
