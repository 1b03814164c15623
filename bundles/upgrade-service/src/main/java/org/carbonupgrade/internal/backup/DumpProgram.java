package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.output.NullOutputStream;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.UpgradeError;

/** Runs a program that writes a dump to its output. Its password goes neither onto a command line nor into a message. */
final class DumpProgram {

    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_OF_MESSAGES = 4_000;

    private final String database;
    private final String password;
    private final ProcessBuilder builder;

    /** @param password to be kept out of messages, whatever the program says */
    DumpProgram(String database, String password, List<String> command, Map<String, String> environment) {
        this.database = database;
        this.password = password;
        this.builder = new ProcessBuilder(command);
        this.builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("MYSQL_"));
        this.builder.environment().putAll(environment);
    }

    /**
     * Runs it to its end.
     *
     * @param input what it is to read
     * @throws org.carbonupgrade.UpgradeException with its own words if it fails
     */
    void run(String input, OutputStream out, UpgradeListener listener) throws IOException {
        Process process = builder.start();
        try {
            CompletableFuture<String> messages = CompletableFuture.supplyAsync(() -> messages(process));
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            copy(process.getInputStream(), out, listener);
            int status = process.waitFor();
            if (status != 0) {
                throw UpgradeError.BACKUP_DUMP.at(
                        database, builder.command().get(0) + " ended with " + status + ": " + shown(messages.join()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpgradeError.INTERRUPTED.at(database, "The dump was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void copy(InputStream in, OutputStream out, UpgradeListener listener) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            listener.done((all + read) / MEGABYTE - all / MEGABYTE, read);
            all += read;
        }
    }

    private String shown(String messages) {
        String one = messages.trim().replaceAll("\\s*\\R\\s*", " / ");
        // Also as it stands in an option file.
        String quoted = password.replace("\\", "\\\\").replace("\"", "\\\"");
        return password.isEmpty() ? one : one.replace(password, "(hidden)").replace(quoted, "(hidden)");
    }

    /** All is read, lest the program waits for ever; the first words are kept. */
    private static String messages(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            String first = IOUtils.toString(new BoundedInputStream(errors, MOST_OF_MESSAGES), StandardCharsets.UTF_8);
            IOUtils.copyLarge(errors, NullOutputStream.NULL_OUTPUT_STREAM);
            return first;
        } catch (IOException e) {
            return "";
        }
    }
}
