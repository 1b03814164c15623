package org.carbonupgrade.dbcopy.internal.copy;

import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/** Brings the rows of all tables into the bare tables of the target, and goes on where a run before it ended. */
abstract class Loader {

    final OpenDatabase source;
    final Staging staging;
    final int jobs;
    final ChunkLimits limits;
    final Stop stop;
    final Progress progress;

    /** @param jobs how many tables, or parts of them, at once */
    Loader(OpenDatabase source, Staging staging, int jobs, ChunkLimits limits, Stop stop, Progress progress) {
        this.source = source;
        this.staging = staging;
        this.jobs = jobs;
        this.limits = limits;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Copies the rows, the largest tables first, so that no worker is left with one when the others are done.
     *
     * @param tables in the order that gives them their numbers in the marker table
     * @param loaded is told of each table whose rows are all there, committed, by the worker that brought the last of them
     */
    public abstract List<TableCopy> load(List<Table> tables, Consumer<Table> loaded);
}
