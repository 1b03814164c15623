package org.carbonupgrade.internal.configure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.SiteRules;

/** Every configuration file merged: vanilla old version, customer's old home, new version as shipped. Nothing is written. */
final class MergedConfiguration {

    private final Map<String, MergeResult> results = new TreeMap<>();

    /** @param vanilla the old version as downloaded, or null */
    static MergedConfiguration of(Path oldHome, Path shippedHome, VanillaHome vanilla, OperatorDecisions decisions) {
        MergedConfiguration merged = new MergedConfiguration();
        SortedSet<String> names = ConfigurationFiles.below(oldHome);
        names.addAll(ConfigurationFiles.below(shippedHome));
        // Neither taken out nor put in by anybody: a home for another system.
        names.removeIf(name -> ConfigurationFiles.SCRIPTS.contains(name) && !isInBoth(name, oldHome, shippedHome));
        for (String name : names) {
            MergeInput input = MergeInput.of(
                            name, ConfigurationFiles.read(oldHome, name), ConfigurationFiles.read(shippedHome, name))
                    .withDecisions(decisions.about(name))
                    .withRules(SiteRules.carbon());
            MergeInput known =
                    vanilla == null ? input : input.withBase(vanilla.read(name).orElse(null));
            merged.results.put(name, ConfigurationMerge.merge(known));
        }
        return merged;
    }

    private static boolean isInBoth(String name, Path one, Path other) {
        return Files.isRegularFile(one.resolve(name)) && Files.isRegularFile(other.resolve(name));
    }

    /** Each file's result, by its path from the home. */
    Map<String, MergeResult> results() {
        return Collections.unmodifiableMap(results);
    }

    /** The files in which only the operator can decide. */
    List<String> disputed() {
        List<String> disputed = new ArrayList<>();
        results.forEach((name, result) -> {
            if (!result.isClean()) {
                disputed.add(name);
            }
        });
        return disputed;
    }
}
