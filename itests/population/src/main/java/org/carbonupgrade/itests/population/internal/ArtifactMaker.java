package org.carbonupgrade.itests.population.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.itests.population.ArtifactRecord;

/** Puts files where a tenant's artifacts are: of every kind that occurs in practice, and none that the server minds. */
final class ArtifactMaker {

    private static final String PLAIN = "rw-r--r--";
    private static final String DIRECTORY = "rwxr-xr-x";
    private static final Instant LONG_AGO = Instant.parse("2016-03-27T01:30:07Z");

    private final Path home;
    private final Path root;
    private final SeededContent content;
    private final List<Path> made = new ArrayList<>();

    ArtifactMaker(Path home, Path root, SeededContent content) {
        this.home = home;
        this.root = root;
        this.content = content;
    }

    List<ArtifactRecord> make() throws IOException {
        directory("webapps/orders/WEB-INF");
        file(
                "webapps/orders/WEB-INF/web.xml",
                "<web-app version=\"3.0\" xmlns=\"http://java.sun.com/xml/ns/javaee\"/>\n",
                PLAIN);
        file("webapps/orders/index.html", "<!DOCTYPE html><title>" + content.word() + "</title>\n", PLAIN);
        link("webapps/current", "orders");
        directory("sequences/Überweisungen ñ 試験");
        file("sequences/Überweisungen ñ 試験/größe.xml", "<sequence name=\"" + content.word() + "\"/>\n", PLAIN);
        file("sequences/it's \"quoted\" & spaced.xml", "<sequence name=\"" + content.word() + "\"/>\n", PLAIN);
        file("sequences/frozen.xml", "<sequence name=\"" + content.word() + "\"/>\n", "r--r--r--");
        directory("scripts/empty");
        file("scripts/nightly.sh", "#!/bin/sh\necho " + content.word() + "\n", "rwxr-x---");
        file("scripts/blob.bin", content.bytes(content.number(100_000)), PLAIN);
        return records();
    }

    private void directory(String name) throws IOException {
        Path missing = root;
        for (Path part : Paths.get(name)) {
            missing = missing.resolve(part);
            if (!Files.isDirectory(missing)) {
                Files.createDirectories(missing);
                Files.setPosixFilePermissions(missing, PosixFilePermissions.fromString(DIRECTORY));
                made.add(missing);
            }
        }
    }

    private void file(String name, String text, String permissions) throws IOException {
        file(name, text.getBytes(StandardCharsets.UTF_8), permissions);
    }

    private void file(String name, byte[] bytes, String permissions) throws IOException {
        Path file = root.resolve(name);
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        made.add(file);
    }

    private void link(String name, String target) throws IOException {
        made.add(Files.createSymbolicLink(root.resolve(name), Paths.get(target)));
    }

    /** Sets the times last, from the deepest entries up: what is made in a directory changes the directory's time. */
    private List<ArtifactRecord> records() throws IOException {
        for (int i = made.size() - 1; i >= 0; i--) {
            if (!Files.isSymbolicLink(made.get(i))) {
                Files.setLastModifiedTime(
                        made.get(i), FileTime.from(LONG_AGO.plusSeconds(content.number(100_000_000))));
            }
        }
        List<ArtifactRecord> records = new ArrayList<>();
        for (Path path : made) {
            records.add(Artifacts.record(home, home.relativize(path).toString()));
        }
        return records;
    }
}
