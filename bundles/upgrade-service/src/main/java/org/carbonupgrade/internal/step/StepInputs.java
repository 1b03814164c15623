package org.carbonupgrade.internal.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.StepName;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.CarbonHome;

/**
 * What the outcome of a step hangs on, each told by a short text: when one of them is another one, what was done was done for something
 * else. No secret goes into any of them. What can't be told is left out, and taken for unchanged.
 */
final class StepInputs {

    private static final List<String> CONFIGURATION = Arrays.asList("repository/conf", "bin");
    private static final List<String> ARTIFACTS = Arrays.asList(
            "repository/deployment/server",
            "repository/tenants",
            "repository/resources/security",
            "repository/components/lib",
            "repository/components/dropins",
            "repository/components/extensions",
            "repository/data");

    private final Workplace workplace;
    private final Map<String, String> inputs = new TreeMap<>();

    private StepInputs(Workplace workplace) {
        this.workplace = workplace;
    }

    /** By names for people. */
    static Map<String, String> of(StepName step, Workplace workplace) {
        StepInputs inputs = new StepInputs(workplace);
        inputs.add(step);
        return Collections.unmodifiableMap(inputs.inputs);
    }

    private void add(StepName step) {
        CarbonHome old = workplace.oldHome();
        switch (step) {
            case BACKUP:
                put("the configuration", () -> stamp(old, CONFIGURATION));
                put("the artifacts", () -> stamp(old, ARTIFACTS));
                put("the databases", this::databases);
                put("the plan", () -> plan("backup\\..*"));
                break;
            case COPY:
                put("the databases", this::databases);
                put("the plan", () -> plan("staging\\..*"));
                break;
            case COMPARE:
                put("the databases", this::databases);
                put("the copy", () -> lastEnds(StepName.COPY));
                break;
            case SCHEMA:
                put("the copy", () -> lastEnds(StepName.COPY));
                workplace
                        .plan()
                        .pathFiles()
                        .ifPresent(place -> put("the path files", () -> TreeStamp.of(Arrays.asList(place))));
                put("the new version's scripts", () -> stamp(workplace.newHome(), Arrays.asList("dbscripts")));
                break;
            case CONFIGURE:
                put("the configuration", () -> stamp(old, CONFIGURATION));
                put("the plan", () -> plan("staging\\..*|shared\\..*|old\\.vanilla"));
                break;
            case ARTIFACTS:
                put("the artifacts", () -> stamp(old, ARTIFACTS));
                put("the plan", () -> plan("shared\\..*|old\\.vanilla|artifacts\\..*"));
                break;
            case INSTALL:
                put("the databases", this::databases);
                put("what was carried over", () -> lastEnds(StepName.COPY, StepName.CONFIGURE, StepName.ARTIFACTS));
                put("the plan", () -> plan("verify\\..*"));
                break;
            default:
                // prerequisites are judged every time, and the server verifies itself
        }
    }

    private void put(String name, Supplier<String> input) {
        try {
            inputs.put(name, input.get());
        } catch (UpgradeException | DbCopyException e) {
            // The step itself says what is wrong.
        }
    }

    private static String stamp(CarbonHome home, List<String> places) {
        List<Path> paths = new ArrayList<>();
        places.forEach(place -> paths.add(home.resolve(place)));
        return TreeStamp.of(paths);
    }

    /** The files of embedded ones; whether rows of others have changed is not known before they are compared. */
    private String databases() {
        StringBuilder text = new StringBuilder();
        List<Path> files = new ArrayList<>();
        for (DatabasePair pair : workplace.databases().complete()) {
            text.append(workplace.copier().identify(pair.old())).append('\n');
            for (Path file : workplace.copier().files(pair.old())) {
                if (Files.isRegularFile(file) && !file.toString().matches(".*\\.(lock|trace)\\.db")) {
                    files.add(file);
                }
            }
        }
        return digest(text + TreeStamp.of(files));
    }

    private String plan(String keys) {
        StringBuilder text = new StringBuilder();
        workplace.plan().shown().forEach((key, value) -> {
            if (key.matches(keys)) {
                text.append(key).append('=').append(value).append('\n');
            }
        });
        return digest(text.toString());
    }

    private String lastEnds(StepName... done) {
        return Stream.of(done)
                .map(workplace.progression()::lastEnd)
                .filter(end -> !end.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String digest(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 16);
    }
}
