package org.carbonupgrade.dbcopy.internal.dialect;

import java.util.List;
import java.util.function.Consumer;

/**
 * Copies one database as a whole, by means that only its type has: its server, or the file system, copies its files. One for each
 * copy that is to be made.
 */
public interface Cloner {

    /** What does it, for people, such as {@code the server copies its files}. */
    String name();

    /**
     * Refuses what is known to be impossible. Changes nothing.
     *
     * @throws CannotClone with everything that is in the way
     */
    void requirePossible();

    /**
     * Makes the clone under a temporary name, has it checked and sealed, and puts it in the place of the empty staging database.
     *
     * @param seal makes the clone this upgrade's copy; its fingerprint is that of the source
     * @return what the source has and the clone has not, each with the reason
     * @throws CannotClone if it turned out to be impossible; the staging database is then as it was
     */
    List<String> make(Consumer<OpenDatabase> seal);
}
