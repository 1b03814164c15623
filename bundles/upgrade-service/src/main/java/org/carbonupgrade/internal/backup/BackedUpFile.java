package org.carbonupgrade.internal.backup;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.state.FileDigest;

/** A file of a backup: what it is, and how to tell that it still is. Immutable. */
final class BackedUpFile {

    private final String name;
    private final String what;
    private final String how;
    private final long bytes;
    private final String sha256;

    private BackedUpFile(String name, String what, String how, long bytes, String sha256) {
        this.name = name;
        this.what = what;
        this.how = how;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /**
     * Takes down what a file is now.
     *
     * @param what is in it, for people
     * @param how it was made, for people
     */
    static BackedUpFile of(Path file, String what, String how) throws IOException {
        return new BackedUpFile(file.getFileName().toString(), what, how, Files.size(file), FileDigest.sha256(file));
    }

    static BackedUpFile read(JsonObject json) {
        return new BackedUpFile(
                Json.string(json, "name"),
                Json.string(json, "what"),
                Json.string(json, "how"),
                json.get("bytes").getAsLong(),
                Json.string(json, "sha256"));
    }

    JsonObject json() {
        return Json.tree(figures()).getAsJsonObject();
    }

    /** For a report. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", name);
        figures.put("what", what);
        figures.put("how", how);
        figures.put("bytes", bytes);
        figures.put("sha256", sha256);
        return figures;
    }

    String name() {
        return name;
    }

    long bytes() {
        return bytes;
    }

    /** What is wrong with it, or null. */
    String damage(Path directory) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            return "it is gone";
        }
        if (Files.size(file) != bytes) {
            return "it had " + bytes + " bytes and has " + Files.size(file);
        }
        return FileDigest.sha256(file).equals(sha256) ? null : "its digest is another one";
    }
}
