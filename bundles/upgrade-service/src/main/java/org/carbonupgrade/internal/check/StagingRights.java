package org.carbonupgrade.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.check.server.ServerQuestions;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** The users of the staging databases may make tables there, and the databases take what is written. */
final class StagingRights implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            try {
                List<String> obstacles = obstacles(pair, workplace);
                if (!obstacles.isEmpty()) {
                    found.accept(UpgradeError.STAGING_RIGHTS.found(
                            Status.FAIL,
                            pair.name(),
                            "The staging database can't be written to: " + String.join(", ", obstacles) + "."));
                }
            } catch (DbCopyException e) {
                NotTold.of(e)
                        .ifPresent(why -> found.accept(UpgradeError.STAGING_RIGHTS.found(
                                Status.WARN,
                                pair.name(),
                                "What the user of the staging database may do there can't be told: " + why)));
            }
        }
    }

    private static List<String> obstacles(DatabasePair pair, Workplace workplace) {
        Optional<Path> file = workplace.copier().identify(pair.staging()).file();
        if (file.isPresent()) {
            return unwritable(file.get());
        }
        return ServerQuestions.of(workplace.copier().identify(pair.staging()).type())
                .map(questions -> workplace.copier().query(pair.staging(), questions::obstacles))
                .orElse(Collections.emptyList());
    }

    private static List<String> unwritable(Path file) {
        List<String> obstacles = new ArrayList<>();
        Path place = file.toAbsolutePath().getParent();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (!Files.isWritable(place)) {
            obstacles.add("we may not write to " + place);
        }
        return obstacles;
    }
}
