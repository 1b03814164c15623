package org.carbonupgrade.internal.path;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonupgrade.internal.home.CarbonVersion;

/** Finds what is known of the way between two versions: a path for the two, or the fewest that lead from one to the other. */
public final class UpgradePaths {

    private final List<PathFile> files;

    private UpgradePaths(List<PathFile> files) {
        this.files = files;
    }

    /**
     * Ours and the operator's own; where both tell of one step, what he says is added to what we do.
     *
     * @param own a path file, or a directory of some
     * @throws org.carbonupgrade.UpgradeException if an own one can't be read, or makes no sense
     */
    public static UpgradePaths with(Optional<Path> own) {
        List<PathFile> files = PathFiles.ours();
        own.ifPresent(place -> files.addAll(PathFiles.at(place)));
        return new UpgradePaths(Collections.unmodifiableList(files));
    }

    /** All files; unmodifiable. */
    public List<PathFile> files() {
        return files;
    }

    /** What is known; empty if nothing is in particular, and the general rules have to do. */
    public Optional<UpgradePath> between(CarbonVersion from, CarbonVersion to) {
        Map<CarbonVersion, PathFile> reachedBy = new HashMap<>();
        Deque<CarbonVersion> open = new ArrayDeque<>(Collections.singleton(from));
        while (!open.isEmpty() && !reachedBy.containsKey(to)) {
            CarbonVersion at = open.remove();
            for (PathFile step : steps(at).values()) {
                if (step.to().compareTo(to) <= 0 && reachedBy.putIfAbsent(step.to(), step) == null) {
                    open.add(step.to());
                }
            }
        }
        return reachedBy.containsKey(to) ? Optional.of(path(from, to, reachedBy)) : Optional.empty();
    }

    /** By where they lead to, the smallest first. */
    private Map<CarbonVersion, PathFile> steps(CarbonVersion from) {
        Map<CarbonVersion, PathFile> steps = new TreeMap<>();
        files.stream().filter(file -> file.from().equals(from)).forEach(file -> steps.put(file.to(), file));
        return steps;
    }

    private UpgradePath path(CarbonVersion from, CarbonVersion to, Map<CarbonVersion, PathFile> reachedBy) {
        List<PathFile> path = new ArrayList<>();
        for (CarbonVersion at = to; !at.equals(from); ) {
            PathFile step = reachedBy.get(at);
            List<PathFile> same = new ArrayList<>(files);
            same.removeIf(file -> !file.from().equals(step.from()) || !file.to().equals(step.to()));
            path.addAll(0, same);
            at = step.from();
        }
        return new UpgradePath(path);
    }
}
