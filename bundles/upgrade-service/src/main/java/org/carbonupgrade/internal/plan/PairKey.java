package org.carbonupgrade.internal.plan;

/** Every key of a plan that names two databases and no upgrade. */
public enum PairKey implements KnownKey {
    OLD_URL("old.url", "JDBC URL of the database copied from; it is only ever read"),
    OLD_USERNAME("old.username", "its user"),
    OLD_PASSWORD("old.password", "its password"),
    OLD_DRIVER("old.driver", "jar, or folder of jars, of its JDBC driver; default: driver"),
    STAGING_URL(
            "staging.url", "JDBC URL of the database copied to, of the same type; before copydb it has to be empty"),
    STAGING_USERNAME("staging.username", "its user"),
    STAGING_PASSWORD("staging.password", "its password"),
    STAGING_DRIVER("staging.driver", "jar, or folder of jars, of its JDBC driver; default: driver"),
    DRIVER("driver", "jar, or folder of jars, of the JDBC driver of both; default: drivers/ of Carbon Upgrade"),
    JOBS("jobs", "tables worked on at once, 1 to 64; default 2"),
    STRATEGY(
            "strategy",
            "how copydb copies: auto, stream or clone; default auto, which is the fastest that is possible"),
    WORK_DIR(
            "work.dir",
            "where files of a closed embedded database are copied to, to be read; default: beside the plan");

    private final String key;
    private final String meaning;

    PairKey(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public boolean secret() {
        return this == OLD_PASSWORD || this == STAGING_PASSWORD;
    }

    @Override
    public boolean matches(String written) {
        return key.equals(written);
    }
}
