package org.carbonupgrade.internal.merge.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Assume;

/** The real git, as a judge. Without one on the machine, the tests that ask it are skipped. */
final class Git {

    private final Path folder;
    private byte[] output;

    Git(Path folder) {
        this.folder = folder;
    }

    /** Runs git in the folder and returns its exit status. */
    int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("git");
        command.addAll(Arrays.asList(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assume.assumeNoException("no git on this machine", e);
            throw e;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        }
        output = out.toByteArray();
        return process.waitFor();
    }

    byte[] output() {
        return output;
    }

    void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
