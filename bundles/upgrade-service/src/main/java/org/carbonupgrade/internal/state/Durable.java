package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.carbonupgrade.internal.UpgradeError;

/** Writes files so that whoever reads them, also after a crash, sees the old content or the new one and nothing between. */
public final class Durable {

    private Durable() {}

    /** Replaces a file, which keeps its permissions and its owner: written beside, forced to disk, renamed. */
    public static void write(Path file, byte[] content) {
        write(file, content, file);
    }

    /** As {@link #write(Path, byte[])}, with the permissions and the owner of another file, if that exists. */
    public static void write(Path file, byte[] content, Path permissions) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                // Before the content: what others must not read they never can.
                permit(beside, permissions);
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file.getParent());
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The file cannot be written: " + e, e);
        }
    }

    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void permit(Path file, Path model) throws IOException {
        if (Files.exists(model)) {
            Ownership.copy(model, file);
        }
    }

    /** Forces a directory's entries to disk where the system lets one open a directory. */
    public static void force(Path directory) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
