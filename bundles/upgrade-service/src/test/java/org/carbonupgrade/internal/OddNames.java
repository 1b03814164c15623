package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import org.apache.commons.io.IOUtils;

/** Files whose names Java can't write down: made and looked at by the shell. */
public final class OddNames {

    private OddNames() {}

    /** @param name with octal escapes, as printf takes it */
    static void make(Path directory, String name, String content) throws Exception {
        shell(directory, "printf '" + content + "' > \"$(printf '" + name + "')\"");
    }

    /** The digest and raw name of every file. */
    static String digests(Path directory) throws Exception {
        return shell(directory, "find . -type f -exec sha256sum {} + | LC_ALL=C sort | od -c");
    }

    /** What a command prints that has to succeed. */
    public static String shell(Path directory, String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = IOUtils.toString(process.getInputStream(), "UTF-8");
        assertEquals(command, 0, process.waitFor());
        return output;
    }
}
