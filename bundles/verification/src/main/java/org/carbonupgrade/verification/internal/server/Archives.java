package org.carbonupgrade.verification.internal.server;

import java.io.IOException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.axis2.description.AxisModule;
import org.apache.axis2.description.AxisService;
import org.apache.axis2.engine.AxisConfiguration;
import org.carbonupgrade.verification.internal.files.Places;

/** The archives of services and modules in the deployment directory. */
final class Archives {

    private final Places places;

    Archives(Places places) {
        this.places = places;
    }

    /** The names of their files. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        add(places.deployment().resolve("axis2services"), "*.aar", names);
        add(places.deployment().resolve("axis2modules"), "*.mar", names);
        return names;
    }

    private static void add(Path directory, String pattern, List<String> names) throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
    }

    /** The names of the files that something deployed comes from. */
    static Set<String> deployed(AxisConfiguration configuration) {
        Set<String> names = new HashSet<>();
        for (AxisService service : configuration.getServices().values()) {
            add(service.getFileName(), names);
        }
        for (AxisModule module : configuration.getModules().values()) {
            add(module.getFileName(), names);
        }
        return names;
    }

    private static void add(URL file, Set<String> names) {
        if (file != null) {
            String path = file.getPath();
            names.add(path.substring(path.lastIndexOf('/') + 1));
        }
    }
}
