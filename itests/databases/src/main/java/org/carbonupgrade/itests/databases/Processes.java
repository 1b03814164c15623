package org.carbonupgrade.itests.databases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** The processes of this machine, as Linux shows them. */
final class Processes {

    private static final Path ALL = Paths.get("/proc");
    private static final int STATE = 0;
    private static final int PARENT = 1;

    private Processes() {}

    static List<String> childrenOf(String parent) throws IOException {
        List<String> children = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(ALL, "[0-9]*")) {
            for (Path process : processes) {
                String id = process.getFileName().toString();
                if (stat(id, PARENT).equals(parent)) {
                    children.add(id);
                }
            }
        }
        return children;
    }

    /** Whether a process does nothing any more; its parent may not have taken note. */
    static boolean ended(String id) {
        String state = stat(id, STATE);
        return state.isEmpty() || state.equals("Z");
    }

    /** A field behind the program's name, which may have blanks and brackets itself; empty when the process has gone. */
    private static String stat(String id, int field) {
        try {
            String stat =
                    FileUtils.readFileToString(ALL.resolve(id).resolve("stat").toFile(), StandardCharsets.UTF_8);
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field];
        } catch (IOException e) {
            return "";
        }
    }
}
