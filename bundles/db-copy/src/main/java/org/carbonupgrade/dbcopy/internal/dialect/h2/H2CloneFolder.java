package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;

/**
 * The folder beside a staging database in which an upgrade makes its clone, on the same disk: what is complete is moved to its
 * place. Whoever dies on the way leaves the folder behind, whose name says which upgrade's it is, and the next run can tell from
 * it what to undo.
 */
final class H2CloneFolder {

    /** Is there from before the first file is put in place on. */
    private static final String NOTE = "put-in-place";

    private final Path place;
    private final Path folder;

    /** @param place the staging database's path, without endings */
    H2CloneFolder(Path place, String upgradeId) {
        this.place = place;
        this.folder = place.resolveSibling(place.getFileName() + ".clone-"
                + DigestUtils.sha256Hex(upgradeId).substring(0, 16));
    }

    /** Where the clone is made: a path without endings. */
    Path database() {
        return folder.resolve(place.getFileName());
    }

    /** Makes it, and the folders above it; gives the latter, the lowest first. */
    List<Path> create() throws IOException {
        List<Path> made = new ArrayList<>();
        for (Path above = place.getParent(); above != null && !Files.exists(above); above = above.getParent()) {
            made.add(above);
        }
        Files.createDirectories(place.getParent());
        Files.createDirectory(folder);
        return made;
    }

    /** Moves the complete clone to the staging database's place, where nothing is. */
    void putInPlace() throws IOException {
        H2Files clone = new H2Files(database());
        force(clone.main());
        force(Files.createFile(folder.resolve(NOTE)));
        force(folder);
        for (Path part : clone.parts()) {
            Path there = place.resolveSibling(part.getFileName());
            if (Files.exists(there)) {
                throw new IOException(there + " has come to be there meanwhile");
            }
            Files.move(part, there, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
        force(place.getParent());
        FileUtils.deleteDirectory(folder.toFile());
    }

    /**
     * Removes what an earlier run, or this one, left behind. Large objects without their database, which is moved behind them, were
     * put in place by a run that died in between.
     */
    void settle() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        H2Files clone = new H2Files(database());
        Path lobs = new H2Files(place).lobs();
        boolean between = Files.exists(folder.resolve(NOTE)) && clone.exist() && !Files.exists(clone.lobs());
        if (between && !new H2Files(place).exist() && Files.exists(lobs)) {
            Files.move(lobs, clone.lobs(), StandardCopyOption.ATOMIC_MOVE);
        }
        FileUtils.deleteDirectory(folder.toFile());
    }

    private static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!directory) {
                throw e; // a directory can't be forced everywhere, nor need it be
            }
        }
    }
}
