package org.carbonupgrade.internal.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known to have changed in databases from one version to another, in one step or in several after each other. Database types
 * are called as create scripts are. Immutable.
 */
public final class UpgradePath {

    private final List<PathFile> files;
    private final List<PathLine> lines;

    /** @param files in the order of their steps */
    UpgradePath(List<PathFile> files) {
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.lines = files.stream().flatMap(file -> file.lines().stream()).collect(Collectors.toList());
    }

    /** The files that say it, in the order of their steps; unmodifiable. */
    public List<PathFile> files() {
        return files;
    }

    /** The steps, such as {@code 4.4.6-4.4.7}; more than one where nothing is known of the way as a whole. */
    public List<String> steps() {
        return files.stream().map(PathFile::toString).distinct().collect(Collectors.toList());
    }

    /** The database types that the old version has a create script for and the new version has not. */
    public Set<String> removedTypes() {
        Set<String> removed = new TreeSet<>();
        lines.stream().filter(line -> line.is("removed")).forEach(line -> removed.addAll(line.list(0)));
        return removed;
    }

    /** The indexes with the same columns under another name; one that is renamed step after step is so once. */
    public List<IndexRename> renames(String type) {
        List<IndexRename> renames = new ArrayList<>();
        for (PathLine line : of("rename", type)) {
            IndexRename rename = new IndexRename(line.part(1), line.part(2));
            Optional<IndexRename> before = renames.stream()
                    .filter(each -> each.to().equalsIgnoreCase(rename.from()))
                    .findFirst();
            before.ifPresent(renames::remove);
            renames.add(before.map(each -> new IndexRename(each.from(), rename.to()))
                    .orElse(rename));
        }
        return renames;
    }

    /** The indexes that are new, each as its name and {@code TABLE(COLUMNS)}. */
    public List<NewIndex> indexes(String type) {
        return of("index", type).stream()
                .map(line -> new NewIndex(last(type, line, line.part(1)), line.part(2)))
                .collect(Collectors.toList());
    }

    /** What is to be run on a staging database, in this order, unless it has what that leads to. */
    public List<VettedSql> statements(String type) {
        List<VettedSql> statements = new ArrayList<>();
        for (PathLine line : of("sql", type)) {
            VettedSql each = VettedSql.parse(line.part(1), line.part(2));
            // Of two defaults of one column the later version's is the one to have.
            statements.removeIf(earlier -> earlier.goal().replacedBy(each.goal()));
            String index = each.goal().index();
            String later = index == null ? null : last(type, line, index);
            statements.add(later == null || later.equals(index) ? each : each.withIndex(later));
        }
        return statements;
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

    /** Such as {@code 4.4.6-4.4.7}, or {@code 4.4.5-4.4.6, 4.4.6-4.4.7}. */
    @Override
    public String toString() {
        return String.join(", ", steps());
    }

    private List<PathLine> of(String word, String type) {
        return lines.stream()
                .filter(line -> line.is(word) && line.concerns(type))
                .collect(Collectors.toList());
    }

    /** What an index that a line makes is called at the end. */
    private String last(String type, PathLine made, String name) {
        String now = name;
        for (PathLine line : lines.subList(lines.indexOf(made) + 1, lines.size())) {
            boolean renamed =
                    line.is("rename") && line.concerns(type) && line.part(1).equalsIgnoreCase(now);
            now = renamed ? line.part(2) : now;
        }
        return now;
    }
}
