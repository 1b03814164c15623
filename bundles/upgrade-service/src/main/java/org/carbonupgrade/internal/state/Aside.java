package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/** Keeps what the new home had in a place that the upgrade needs: moved to {@code repository/upgrade/aside}, never deleted. */
public final class Aside {

    private final CarbonHome newHome;
    private final StateDirectory state;
    private final Journal journal;

    public Aside(CarbonHome newHome, StateDirectory state, Journal journal) {
        this.newHome = newHome;
        this.state = state;
        this.journal = journal;
    }

    /** Moves a file or directory aside, and says where it is now. */
    public Path move(Path file) {
        Path target = journalled(file);
        try {
            Files.createDirectories(target.getParent());
            Files.move(file, target);
            return target;
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The file cannot be set aside: " + e, e);
        }
    }

    /** Keeps a copy aside of a file that is about to be replaced, and says where. */
    public Path copy(Path file) {
        Path target = journalled(file);
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            return target;
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The file cannot be kept aside: " + e, e);
        }
    }

    /** A free place aside for the old home's version of a file whose place in the new home is taken. */
    public Path reserve(Path file, String suffix) {
        return journalled(file.resolveSibling(file.getFileName() + "." + suffix));
    }

    /** Written down first: a crash in between leaves a line too many, never a file that nobody can find. */
    private Path journalled(Path file) {
        Path wanted = state.aside().resolve(newHome.path().relativize(file));
        Path free = wanted;
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "." + i);
        }
        journal.append(Event.SET_ASIDE, "from", file.toString(), "to", free.toString());
        return free;
    }
}
