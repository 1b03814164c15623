package org.carbonupgrade.internal.backup;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Stream;

/** Programs that a build machine may lack. */
final class TestPrograms {

    private TestPrograms() {}

    static boolean here(String... programs) {
        return Arrays.stream(programs)
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> new File(place, program).canExecute()));
    }
}
