package org.carbonupgrade.verification.internal.trace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonupgrade.verification.internal.files.Places;

/** The names of the files and directories where a verification makes some, at one moment. Immutable. */
public final class WatchedFiles {

    private final Set<String> names;

    private WatchedFiles(Set<String> names) {
        this.names = names;
    }

    /** What is in the super tenant's user stores, the tenants' directories and the verification's databases. */
    public static WatchedFiles read(Places places) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path directory : new Path[] {places.superTenantUserStores(), places.tenants(), places.databases()}) {
            if (Files.isDirectory(directory)) {
                names.add(places.relative(directory));
                try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                    files.forEach(file -> names.add(places.relative(file)));
                }
            }
        }
        return new WatchedFiles(names);
    }

    /** Each name that came or went since, in words; empty if none did. */
    public List<String> changesTo(WatchedFiles now) {
        List<String> changes = new ArrayList<>();
        Set<String> all = new TreeSet<>(names);
        all.addAll(now.names);
        for (String name : all) {
            if (!names.contains(name)) {
                changes.add(name + " was not there before");
            } else if (!now.names.contains(name)) {
                changes.add(name + " is not there any more");
            }
        }
        return changes;
    }
}
