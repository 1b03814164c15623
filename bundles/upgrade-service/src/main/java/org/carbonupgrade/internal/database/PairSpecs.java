package org.carbonupgrade.internal.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.plan.PairKey;
import org.carbonupgrade.internal.plan.PairPlan;

/** How the two databases of a small plan are opened. */
public final class PairSpecs {

    private static final int ID_DIGITS = 16;

    private final PairPlan plan;
    private final DatabaseCopier copier;
    private final Path snapshots;

    /** @param snapshots where files of closed embedded databases are copied to */
    public PairSpecs(PairPlan plan, DatabaseCopier copier, Path snapshots) {
        this.plan = plan;
        this.copier = copier;
        this.snapshots = snapshots;
    }

    /** The database copied from, to be read only. */
    public DatabaseSpec old() {
        return spec("old", PairKey.OLD_URL, PairKey.OLD_USERNAME, PairKey.OLD_PASSWORD, PairKey.OLD_DRIVER)
                .snapshots(snapshots)
                .build();
    }

    /** The database copied to. */
    public DatabaseSpec staging() {
        return stagingSpec().build();
    }

    /** The database copied to, to be read only: opening files writes to them. */
    public DatabaseSpec stagingToCompare() {
        return embedded(staging()) ? stagingSpec().snapshots(snapshots).build() : staging();
    }

    /** Whether either lies in files. */
    public boolean anyEmbedded() {
        return embedded(old()) || embedded(staging());
    }

    /** Whose copy the marker table says it is: the same for the same two databases, another one for any others. */
    public String copyId() {
        String both = copier.identify(old()) + "\n" + copier.identify(staging());
        return "copydb-" + DigestUtils.sha256Hex(both).substring(0, ID_DIGITS);
    }

    private DatabaseSpec.Builder stagingSpec() {
        return spec(
                "staging",
                PairKey.STAGING_URL,
                PairKey.STAGING_USERNAME,
                PairKey.STAGING_PASSWORD,
                PairKey.STAGING_DRIVER);
    }

    private DatabaseSpec.Builder spec(String role, PairKey url, PairKey username, PairKey password, PairKey driver) {
        return DatabaseSpec.named(plan.name() + " (" + role + ")")
                .url(plan.text(url).get())
                .user(plan.text(username).orElse(null), plan.text(password).orElse(null))
                .drivers(drivers(driver))
                .directory(plan.directory());
    }

    private List<Path> drivers(PairKey own) {
        PairKey key = plan.text(own).isPresent() ? own : PairKey.DRIVER;
        Optional<Path> named = plan.path(key);
        named.filter(place -> !Files.exists(place)).ifPresent(place -> {
            throw plan.bad(key, "There is no " + place + ".");
        });
        return named.map(Collections::singletonList).orElseGet(Drivers::ofNoHome);
    }

    private boolean embedded(DatabaseSpec database) {
        return copier.identify(database).file().isPresent();
    }
}
