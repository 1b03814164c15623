package org.carbonupgrade.internal.step;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.Journal;

/** The upgraded first node of a cluster, told from its journal and its reports, which may be a copy of them: only ever read. */
public final class FirstNode {

    private static final String STATE = "repository/upgrade";
    private static final String JOURNAL = "journal.jsonl";

    private final Path state;
    private final Progression progression;

    private FirstNode(Path state) {
        this.state = state;
        this.progression = new Progression(Journal.open(state.resolve(JOURNAL)));
    }

    /**
     * The node at a place that a plan names: its new home, or a copy of {@code repository/upgrade}.
     *
     * @throws org.carbonupgrade.UpgradeException if there is no journal, or it was changed
     */
    public static FirstNode at(Path place) {
        return Stream.of(place.resolve(STATE), place)
                .filter(state -> Files.isRegularFile(state.resolve(JOURNAL)))
                .findFirst()
                .map(FirstNode::new)
                .orElseThrow(() -> UpgradeError.NODE_FIRST.at(place.toString(), "There is no journal of an upgrade."));
    }

    /** The id of the upgrade that this node's is a part of. */
    public String upgradeId() {
        return progression.upgradeId();
    }

    /** @throws org.carbonupgrade.UpgradeException if the first node is not ready for its start */
    public void requireReady() {
        List<String> missing = Stream.of(StepName.values())
                .filter(step -> step.compareTo(StepName.INSTALL) <= 0 && !progression.done(step))
                .map(StepName::word)
                .collect(Collectors.toList());
        if (!missing.isEmpty()) {
            throw UpgradeError.NODE_FIRST.at(
                    state.toString(), "The first node's upgrade lacks " + String.join(", ", missing) + ".");
        }
    }

    /**
     * Whether a database of an additional node is one that the first has copied to where this one's plan says.
     *
     * @return what is to be said of it
     */
    public Finding judge(DatabasePair pair, DatabaseCopier copier) {
        DatabaseIdentity old = copier.identify(pair.old());
        String copied = "from " + old + " to " + copier.identify(pair.staging());
        if (copies().contains(copied)) {
            return UpgradeError.NODE_DATABASE.found(
                    Status.OK, pair.name(), "The first node has copied it " + copied + ".");
        }
        return old.file().isPresent()
                ? UpgradeError.NODE_DATABASE_OWN.found(
                        Status.WARN, pair.name(), "The database is this node's own: " + old + ". It is not copied.")
                : UpgradeError.NODE_DATABASE.found(
                        Status.FAIL, pair.name(), "The first node has not copied it " + copied + ".");
    }

    /** The journal's chain has the digest of the report: nobody has made a copy in it that never was. */
    private void requireProven(Path report) {
        try {
            if (!Files.exists(report)) {
                throw UpgradeError.NODE_FIRST.at(report.toString(), "The first node's report of its copy is missing.");
            }
            if (!FileDigest.sha256(report).equals(progression.reportDigest(StepName.COPY))) {
                throw UpgradeError.NODE_FIRST.at(
                        report.toString(),
                        "The first node's report of its copy is not the one that its journal knows.");
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(report.toString(), "The report cannot be read: " + e, e);
        }
    }

    private Set<String> copies() {
        Set<String> copies = new HashSet<>();
        Path report = state.resolve("reports/copy.json");
        requireProven(report);
        JsonObject figures =
                Json.read(report).map(copy -> copy.getAsJsonObject("figures")).orElseGet(JsonObject::new);
        JsonArray details = figures.has("details") ? figures.getAsJsonArray("details") : new JsonArray();
        for (JsonElement detail : details) {
            JsonObject database = detail.getAsJsonObject();
            copies.add("from " + Json.string(database, "from") + " to " + Json.string(database, "to"));
        }
        return copies;
    }
}
