package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.state.StateDirectory;
import org.carbonupgrade.internal.state.UpgradeLock;

/**
 * The new version as it was downloaded, which becomes the new home. Until all of it is on disk the home is called
 * {@code NAME.unpacking}: what a killed command left there goes when the next one unpacks.
 */
public final class PackedHome {

    private final Path pack;
    private final Path home;

    private PackedHome(Path pack, Path home) {
        this.pack = pack;
        this.home = home;
    }

    /** The pack that a plan names, if its new home is not there yet. */
    public static Optional<PackedHome> waiting(Plan plan) {
        return plan.newPack().filter(pack -> isFree(plan.newHome())).map(pack -> new PackedHome(pack, plan.newHome()));
    }

    /** The refusal of a command that only looks. */
    public RuntimeException refusal() {
        return UpgradeError.NEW_PACK_WAITS.at(home.toString(), "The new home is not unpacked yet.");
    }

    /**
     * Makes the new home, and begins its journal with what it was made from.
     *
     * @param old must not be written to
     * @param listener hears how many files are there
     * @throws org.carbonupgrade.UpgradeException if the pack is not one of a Carbon product, or not safe
     */
    public void unpack(CarbonHome old, UpgradeListener listener) {
        Path parent = home.toAbsolutePath().getParent();
        if (old.holds(parent)) {
            throw UpgradeError.HOMES_SAME.at(home.toString(), "One home lies inside the other.");
        }
        Path partial = home.resolveSibling(home.getFileName() + ".unpacking");
        Path lockFile = home.resolveSibling(home.getFileName() + ".unpacking.lock");
        try {
            Files.createDirectories(parent);
            UpgradeLock lock = UpgradeLock.tryTake(lockFile)
                    .orElseThrow(() ->
                            UpgradeError.UPGRADE_LOCKED.at(home.toString(), "Another command is unpacking this home."));
            try {
                FileUtils.deleteDirectory(partial.toFile());
                unpackTo(Files.createDirectory(partial), listener);
                Files.deleteIfExists(home);
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
                Durable.force(parent);
            } finally {
                FileUtils.deleteQuietly(partial.toFile());
                Files.deleteIfExists(lockFile);
                lock.close();
            }
        } catch (IOException e) {
            throw UpgradeError.NEW_PACK.at(pack.toString(), "It cannot be unpacked to " + home + ": " + e, e);
        }
    }

    private void unpackTo(Path partial, UpgradeListener listener) throws IOException {
        if (!Files.isRegularFile(pack)) {
            // A pipe or a device would be read for ever.
            throw new IOException("it is no file");
        }
        listener.part("unpacking " + pack.getFileName(), "files");
        String sha256 = FileDigest.sha256(pack);
        ZipUnpacker unpacker = new ZipUnpacker(pack, partial, listener);
        unpacker.unpack();
        StateDirectory state = StateDirectory.of(CarbonHome.at(partial));
        if (Files.exists(state.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it holds the state of an upgrade, as no version does that is downloaded");
        }
        ForcedTree.force(partial);
        state.prepared();
        Journal.open(state.journal())
                .append(
                        Event.HOME_UNPACKED,
                        "pack",
                        pack.toString(),
                        "sha256",
                        sha256,
                        "files",
                        String.valueOf(unpacker.files()),
                        "bytes",
                        String.valueOf(unpacker.bytes()));
    }

    /** An empty directory is as good as none; a link that leads nowhere is not. */
    private static boolean isFree(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
