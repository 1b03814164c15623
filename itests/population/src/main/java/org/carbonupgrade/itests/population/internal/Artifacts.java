package org.carbonupgrade.itests.population.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carbonupgrade.itests.population.ArtifactRecord;

/** Tells what a file, directory or symbolic link is. */
final class Artifacts {

    private Artifacts() {}

    static ArtifactRecord record(Path home, String path) throws IOException {
        Path artifact = home.resolve(path);
        if (Files.isSymbolicLink(artifact)) {
            return new ArtifactRecord(
                    path, "link", Files.readSymbolicLink(artifact).toString(), "", 0);
        }
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(artifact));
        long modified = Files.getLastModifiedTime(artifact).toMillis();
        return Files.isDirectory(artifact)
                ? new ArtifactRecord(path, "directory", "", permissions, modified)
                : new ArtifactRecord(path, "file", Sha256.of(Files.readAllBytes(artifact)), permissions, modified);
    }
}
