package org.carbonupgrade.internal.step;

import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseDiscovery;
import org.carbonupgrade.internal.database.Databases;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.pack.PackedHome;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.Journal;
import org.carbonupgrade.internal.state.StateDirectory;
import org.carbonupgrade.internal.state.UpgradeLock;

/** What all steps of one upgrade work on: plan, homes, databases and the upgrade's own state. Holds the new home's lock while it is open to work. */
public final class Workplace implements AutoCloseable {

    private final Plan plan;
    private final CarbonHome oldHome;
    private final CarbonHome newHome;
    private final StateDirectory state;
    private final UpgradeLock lock;
    private final Journal journal;
    private final Progression progression;
    private final DatabaseCopier copier;
    private Databases databases;

    private Workplace(Plan plan, DatabaseCopier copier, boolean toWork) {
        this.plan = plan;
        this.copier = copier;
        this.oldHome = CarbonHome.at(plan.oldHome());
        this.newHome = CarbonHome.at(plan.newHome());
        if (oldHome.path().equals(newHome.path())) {
            throw UpgradeError.HOMES_SAME.at(newHome.toString(), "Old and new home are the same directory.");
        }
        if (newHome.path().startsWith(oldHome.path()) || oldHome.path().startsWith(newHome.path())) {
            throw UpgradeError.HOMES_SAME.at(newHome.toString(), "One home lies inside the other.");
        }
        this.state = StateDirectory.of(newHome);
        if (oldHome.holds(state.path())) {
            throw UpgradeError.NEW_HOME_LINK.at(
                    state.toString(), "A link leads from there into the old home, which is never written to.");
        }
        this.lock = toWork ? UpgradeLock.take(state.prepared()) : null;
        try {
            this.journal = Journal.open(state.journal());
        } catch (UpgradeException e) {
            close();
            throw e;
        }
        this.progression = new Progression(journal);
    }

    /**
     * Opens the workplace that a plan describes.
     *
     * @param listener hears how a new home is unpacked, if it has to be
     * @throws org.carbonupgrade.UpgradeException if a home is none, both are the same, or another command is at work
     */
    public static Workplace open(Plan plan, DatabaseCopier copier, UpgradeListener listener) {
        PackedHome.waiting(plan).ifPresent(pack -> pack.unpack(CarbonHome.at(plan.oldHome()), listener));
        Workplace workplace = new Workplace(plan, copier, true);
        if (!plan.file().equals(workplace.state.plan())) {
            workplace.write(plan);
        }
        return workplace;
    }

    private void write(Plan copied) {
        try {
            Durable.write(state.plan(), copied.copy());
        } catch (UpgradeException e) {
            close();
            throw e;
        }
    }

    /** Opens it to look only, also while another command is at work. */
    public static Workplace look(Plan plan, DatabaseCopier copier) {
        PackedHome.waiting(plan).ifPresent(pack -> {
            throw pack.refusal();
        });
        return new Workplace(plan, copier, false);
    }

    public Plan plan() {
        return plan;
    }

    public CarbonHome oldHome() {
        return oldHome;
    }

    public CarbonHome newHome() {
        return newHome;
    }

    public StateDirectory state() {
        return state;
    }

    public Journal journal() {
        return journal;
    }

    /** How far the upgrade is. */
    public Progression progression() {
        return progression;
    }

    /** The upgrade's id, empty before its first step. */
    public String upgradeId() {
        return progression.upgradeId();
    }

    /** The first node of this one's cluster; for an additional node. */
    public FirstNode firstNode() {
        return FirstNode.at(plan.firstNode().orElseThrow(IllegalStateException::new));
    }

    public DatabaseCopier copier() {
        return copier;
    }

    /** Whether another command is at work here. */
    boolean isOthers() {
        return lock == null && UpgradeLock.isTaken(state.lock());
    }

    /** The databases of the old home, found once. */
    public Databases databases() {
        if (databases == null) {
            databases = new DatabaseDiscovery(oldHome, newHome, plan, copier, state.snapshots()).discover();
        }
        return databases;
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
