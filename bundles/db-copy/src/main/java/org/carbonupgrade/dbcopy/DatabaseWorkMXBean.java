package org.carbonupgrade.dbcopy;

import java.util.Date;

/**
 * What a copy or a comparison tells monitoring tools while it is at work, under the name
 * {@code org.carbonupgrade:type=DatabaseWork,database="NAME"}. NAME is quoted as {@link javax.management.ObjectName#quote} does it;
 * where that name is taken by other work on a database of the same name, {@code number=2} and so on tells them apart. The bean is
 * registered with the platform's server when the verb begins, and gone when it has ended, however it ended.
 */
public interface DatabaseWorkMXBean {

    /** What is done: {@code copy} or {@code compare}. */
    String getVerb();

    /** The name of the database that is written, or compared with its source. */
    String getDatabase();

    /** When the verb began. */
    Date getStarted();

    /** Rows that were read of the source so far. */
    long getRows();

    /** Rows that are to be read in all, as far as that is known by now: some databases only estimate it. 0 for not known yet. */
    long getExpectedRows();

    /** Bytes of content that were read of the source so far. */
    long getBytes();

    /** Rows a second, on the average since the beginning. */
    double getRowsPerSecond();

    /**
     * Seconds until the last row is read if it goes on like this, or -1 if that can't be told. When a copy has its last row, keys
     * and indexes follow.
     */
    long getSecondsLeft();
}
