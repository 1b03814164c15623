package org.carbonupgrade.internal.staging;

import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.dbcopy.Progress;

/** Tells whoever follows the upgrade how far one database is. */
final class ListenerProgress implements Progress {

    private final UpgradeListener listener;

    ListenerProgress(UpgradeListener listener, String database) {
        this.listener = listener;
        listener.part(database, "rows");
    }

    @Override
    public void expect(long rows) {
        listener.expect(rows);
    }

    @Override
    public void moved(long rows, long bytes) {
        listener.done(rows, bytes);
    }

    @Override
    public void waits(String why) {
        listener.waits(why);
    }
}
