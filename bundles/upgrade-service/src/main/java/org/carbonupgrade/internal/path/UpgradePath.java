package org.carbonupgrade.internal.path;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.home.CarbonVersion;

/** What one version changed in its databases since the version before it. Database types are called as create scripts are. Immutable. */
public final class UpgradePath {

    private final String name;
    private final List<PathLine> lines;

    UpgradePath(String name, List<PathLine> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** What is known of the step between two versions; empty if nothing is in particular, and the general rules have to do. */
    public static Optional<UpgradePath> between(CarbonVersion from, CarbonVersion to) {
        return PathFile.read(from + "-" + to);
    }

    /** The database types that the old version has a create script for and the new version has not. */
    public Set<String> removedTypes() {
        Set<String> removed = new TreeSet<>();
        lines.stream().filter(line -> line.is("removed")).forEach(line -> removed.addAll(line.list(0)));
        return removed;
    }

    /** The indexes with the same columns under another name. */
    public List<IndexRename> renames(String type) {
        return lines.stream()
                .filter(line -> line.is("rename") && line.list(0).contains(type))
                .map(line -> new IndexRename(line.part(1), line.part(2)))
                .collect(Collectors.toList());
    }

    /** The indexes that are new, each as its name and {@code TABLE(COLUMNS)}. */
    public List<NewIndex> indexes(String type) {
        return lines.stream()
                .filter(line -> line.is("index") && line.list(0).contains(type))
                .map(line -> new NewIndex(line.part(1), line.part(2)))
                .collect(Collectors.toList());
    }

    /** What is to be run on a staging database, in this order, unless it has what that leads to. */
    public List<VettedSql> statements(String type) {
        return lines.stream()
                .filter(line -> line.is("sql") && line.list(0).contains(type))
                .map(line -> new VettedSql(Goal.parse(line.part(1)), line.part(2)))
                .collect(Collectors.toList());
    }

    /** What an index was called in the old version, if the new version has it under this name. */
    public Optional<String> formerName(String type, String index) {
        return renames(type).stream()
                .filter(rename -> rename.to().equalsIgnoreCase(index))
                .map(IndexRename::from)
                .findFirst();
    }

    /** Whether an index of this name is new in the new version. */
    public boolean isNew(String type, String index) {
        return indexes(type).stream().anyMatch(each -> each.name().equalsIgnoreCase(index));
    }

    /** Such as {@code 4.4.6-4.4.7}. */
    @Override
    public String toString() {
        return name;
    }
}
