package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.Durable;

/**
 * Forces a tree of files to disk, before its name says that it is whole. All files come first and are forced by several threads then: a
 * disk commits together what waits together.
 */
final class ForcedTree {

    private static final int THREADS = 8;

    private final List<Path> files = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();

    private ForcedTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                directories.add(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Returns when the content of all files, and the names in all directories, are on disk. */
    static void force(Path root) throws IOException {
        ForcedTree tree = new ForcedTree(root);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            tree.files.forEach(file -> work.add(() -> forced(file)));
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
            for (Path directory : tree.directories) {
                Durable.force(directory);
            }
        } catch (ExecutionException e) {
            throw new IOException("it cannot be forced to disk: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpgradeError.INTERRUPTED.at(root.toString(), "The unpacking was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void forced(Path file) throws IOException {
        // A file that nobody may write to can be forced by a reader, but not on Windows.
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        OpenOption option = windows ? StandardOpenOption.WRITE : StandardOpenOption.READ;
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
        return null;
    }
}
