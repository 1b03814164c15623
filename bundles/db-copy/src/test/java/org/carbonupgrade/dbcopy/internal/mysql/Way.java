package org.carbonupgrade.dbcopy.internal.mysql;

/** The ways that rows can take between two schemas. */
enum Way {
    SERVER("insert select", "through INSERT … SELECT inside the server,"),
    LOAD("load data", "through LOAD DATA (not inside the server"),
    BATCHES("jdbc", "not LOAD DATA, since");

    private final String lane;
    private final String said;

    Way(String lane, String said) {
        this.lane = lane;
        this.said = said;
    }

    /** What a table's report calls it. */
    String lane() {
        return lane;
    }

    /** What a copy's strategy says then. */
    String said() {
        return said;
    }
}
