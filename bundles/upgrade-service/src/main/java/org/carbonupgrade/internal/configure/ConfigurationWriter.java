package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.state.Ownership;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Writes the merged configuration into the new home, file by file, each noted in the journal first. What somebody has changed there
 * by hand meanwhile is kept aside, and said.
 */
final class ConfigurationWriter {

    private final Workplace workplace;
    private final ShippedConfiguration shipped;
    private final Consumer<Finding> found;

    ConfigurationWriter(Workplace workplace, ShippedConfiguration shipped, Consumer<Finding> found) {
        this.workplace = workplace;
        this.shipped = shipped;
        this.found = found;
    }

    /** Writes the files; those without content are removed, which is what their null stands for. */
    void write(Map<String, byte[]> files, List<IsolationLayer.Isolated> isolated) {
        files.keySet().forEach(this::requireInHome);
        journal(isolated);
        files.forEach((name, content) -> {
            byte[] there = ConfigurationFiles.read(workplace.newHome().path(), name);
            if (!Arrays.equals(there, content)) {
                keepByHand(name, there);
                write(name, content);
            }
        });
    }

    /** A directory that links share with another home, perhaps the old one, is not the new home's to change. */
    private void requireInHome(String name) {
        Path directory = workplace.newHome().resolve(name).getParent();
        if (!workplace.newHome().holds(directory)) {
            throw UpgradeError.NEW_HOME_LINK.at(
                    directory.toString(), "A link leads out of the new home; nothing is written there.");
        }
    }

    private void journal(List<IsolationLayer.Isolated> isolated) {
        for (IsolationLayer.Isolated setting : isolated) {
            workplace
                    .journal()
                    .append(
                            Event.ISOLATED,
                            "file",
                            setting.isolation().file(),
                            "path",
                            setting.edit().path(),
                            "before",
                            setting.edit().before(),
                            "after",
                            setting.edit().after(),
                            "why",
                            setting.isolation().why());
        }
    }

    private void write(String name, byte[] content) {
        Path file = workplace.newHome().resolve(name);
        workplace
                .journal()
                .append(
                        Event.FILE_WRITTEN,
                        "file",
                        name,
                        "sha256",
                        content == null ? "" : DigestUtils.sha256Hex(content));
        try {
            if (content == null) {
                Files.deleteIfExists(file);
            } else {
                Path old = workplace.oldHome().resolve(name);
                makeDirectory(file.getParent(), old.getParent());
                Durable.write(file, content, Files.exists(old) ? old : file);
            }
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The file cannot be written: " + e, e);
        }
    }

    /** Those that only the customer has are as the customer has them. */
    private static void makeDirectory(Path directory, Path old) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        makeDirectory(directory.getParent(), old.getParent());
        Files.createDirectory(directory);
        if (Files.isDirectory(old)) {
            Ownership.copy(old, directory);
        }
    }

    /** Neither as shipped nor as an earlier run wrote it. */
    private void keepByHand(String name, byte[] there) {
        byte[] original = ConfigurationFiles.read(shipped.home(), name);
        if (there == null || Arrays.equals(there, original) || wasWritten(name, DigestUtils.sha256Hex(there))) {
            return;
        }
        Path kept = new Aside(workplace.newHome(), workplace.state(), workplace.journal())
                .copy(workplace.newHome().resolve(name));
        found.accept(UpgradeError.CONFIG_BY_HAND.found(
                Status.WARN,
                name,
                "The file was changed in the new home meanwhile; that version is kept as " + kept + "."));
    }

    private boolean wasWritten(String name, String sha256) {
        return workplace.journal().entries().stream()
                .filter(entry -> entry.event() == Event.FILE_WRITTEN)
                .map(entry -> entry.fact("file") + " " + entry.fact("sha256"))
                .anyMatch((name + " " + sha256)::equals);
    }
}
