package org.carbonupgrade.internal.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the data of a path: a resource beside this class, named by the two versions. */
final class PathFile {

    private PathFile() {}

    /** @return empty if there is none of this name */
    static Optional<UpgradePath> read(String name) {
        InputStream resource = PathFile.class.getResourceAsStream(name + ".txt");
        if (resource == null) {
            return Optional.empty();
        }
        try (BufferedReader text = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return Optional.of(parse(name, text.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the path " + name, e);
        }
    }

    static UpgradePath parse(String name, Stream<String> text) {
        List<PathLine> lines = text.filter(
                        line -> !line.trim().isEmpty() && !line.trim().startsWith("#"))
                .map(PathLine::parse)
                .collect(Collectors.toList());
        return new UpgradePath(name, Collections.unmodifiableList(lines));
    }
}
