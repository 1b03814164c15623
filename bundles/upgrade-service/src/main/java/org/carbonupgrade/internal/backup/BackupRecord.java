package org.carbonupgrade.internal.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.json.Json;

/** {@code backup.json}: which files make up a backup, and the size and digest of each. Immutable. */
final class BackupRecord {

    static final String NAME = "backup.json";

    private final String upgradeId;
    private final String home;
    private final String made;
    private final List<BackedUpFile> files;

    private BackupRecord(String upgradeId, String home, String made, List<BackedUpFile> files) {
        this.upgradeId = upgradeId;
        this.home = home;
        this.made = made;
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
    }

    static BackupRecord of(String upgradeId, String home, List<BackedUpFile> files) {
        return new BackupRecord(upgradeId, home, Instant.now().toString(), files);
    }

    /** @throws org.carbonupgrade.UpgradeException if it can't be read */
    static BackupRecord read(Path directory) {
        JsonObject json = Json.read(directory.resolve(NAME)).orElseGet(JsonObject::new);
        List<BackedUpFile> files = new ArrayList<>();
        JsonElement listed = json.get("files");
        if (listed != null) {
            listed.getAsJsonArray().forEach(file -> files.add(BackedUpFile.read(file.getAsJsonObject())));
        }
        return new BackupRecord(
                Json.string(json, "upgradeId"), Json.string(json, "home"), Json.string(json, "made"), files);
    }

    void write(Path directory) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("format", 1);
        json.addProperty("upgradeId", upgradeId);
        json.addProperty("home", home);
        json.addProperty("made", made);
        JsonArray listed = new JsonArray();
        files.forEach(file -> listed.add(file.json()));
        json.add("files", listed);
        try (OutputStream out = PrivateFile.create(directory.resolve(NAME))) {
            out.write(Json.text(json).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Of the home, its manifest and the databases; unmodifiable. */
    List<BackedUpFile> files() {
        return files;
    }
}
