package org.carbonupgrade.dbcopy.internal.copy;

import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.dbcopy.TableCopy;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Brings the rows of all tables into the bare tables of the target, and goes on where a run before it ended. */
interface Loader {

    /**
     * Copies the rows, the largest tables first, so that no worker is left with one when the others are done.
     *
     * @param tables in the order that gives them their numbers in the marker table
     * @param loaded is told of each table whose rows are all there, committed, by the worker that brought the last of them
     */
    List<TableCopy> load(List<Table> tables, Consumer<Table> loaded);
}
