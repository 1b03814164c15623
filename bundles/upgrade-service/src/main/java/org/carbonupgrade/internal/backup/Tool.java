package org.carbonupgrade.internal.backup;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.internal.plan.Plan;

/** Finds the programs that database servers come with. */
final class Tool {

    private Tool() {}

    /** The first of these that is there: in the directory that the plan names, else on this process's path. */
    static Optional<Path> find(Plan plan, List<String> names) {
        List<Path> places = plan.backupTools().map(Collections::singletonList).orElseGet(Tool::path);
        for (String name : names) {
            for (Path place : places) {
                Path program = place.resolve(name);
                if (Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> path() {
        List<Path> places = new ArrayList<>();
        String path = System.getenv("PATH");
        for (String place : (path == null ? "" : path).split(File.pathSeparator)) {
            try {
                // A relative entry would find what lies where the command happens to be given.
                if (Paths.get(place).isAbsolute()) {
                    places.add(Paths.get(place));
                }
            } catch (InvalidPathException e) {
                // no place of this system
            }
        }
        return places;
    }
}
