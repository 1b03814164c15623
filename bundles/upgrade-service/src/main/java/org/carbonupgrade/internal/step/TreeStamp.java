package org.carbonupgrade.internal.step;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.internal.UpgradeError;

/**
 * A number for the names, sizes and times of all files in some places: another number means that something was changed. Reads no
 * content, takes no memory, and does not care about the order of directories.
 */
final class TreeStamp {

    private long sum;

    private TreeStamp() {}

    /** @param places files and directories, which need not exist */
    static String of(List<Path> places) {
        TreeStamp stamp = new TreeStamp();
        for (Path place : places) {
            stamp.add(place);
        }
        return Long.toHexString(stamp.sum);
    }

    private void add(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try {
            Files.walkFileTree(place, new SimpleFileVisitor<Path>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String line = file + "\0" + attributes.size() + "\0"
                            + attributes.lastModifiedTime().toMillis();
                    sum += ByteBuffer.wrap(DigestUtils.sha256(line.getBytes(StandardCharsets.UTF_8)))
                            .getLong();
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(place.toString(), "The directory cannot be read: " + e, e);
        }
    }
}
