package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the rows of a source are read: by how many sessions, each begun how, and what people should know about it. Immutable. */
public final class Reading {

    private final List<String> begin;
    private final boolean shared;
    private final String remark;

    private Reading(List<String> begin, boolean shared, String remark) {
        this.begin = Collections.unmodifiableList(begin);
        this.shared = shared;
        this.remark = remark;
    }

    /** One state, seen by one transaction that begins with these statements. */
    public static Reading ofOneState(String... begin) {
        return new Reading(
                Arrays.asList(begin), true, "one table at a time, since one state is seen by one transaction only");
    }

    /** One state, since nobody can write. */
    public static Reading ofWhatNobodyWrites(String... begin) {
        return new Reading(Arrays.asList(begin), false, "");
    }

    /** By any number of sessions, which see what is committed when they read it. */
    public static Reading ofWhatIsCommitted(String why, String... begin) {
        return new Reading(Arrays.asList(begin), false, "exact only if nobody writes meanwhile, since " + why);
    }

    List<String> begin() {
        return begin;
    }

    /** Whether all read through one session. */
    boolean shared() {
        return shared;
    }

    String remark() {
        return remark;
    }
}
