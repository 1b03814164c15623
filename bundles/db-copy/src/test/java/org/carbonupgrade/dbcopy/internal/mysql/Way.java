package org.carbonupgrade.dbcopy.internal.mysql;

/** The ways that rows can take between two schemas. */
enum Way {
    SERVER("insert select"),
    LOAD("load data"),
    BATCHES("jdbc");

    private final String lane;

    Way(String lane) {
        this.lane = lane;
    }

    /** What a table's report calls it. */
    String lane() {
        return lane;
    }
}
