package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Lets the files of user stores that name a database of their own lead to its staging database. */
final class UserStoreLayer {

    private static final String PROPERTY = "UserStoreManager/Property[@name='%s']";

    private final List<DatabasePair> pairs;

    UserStoreLayer(List<DatabasePair> pairs) {
        this.pairs = pairs;
    }

    /** Whether a directory holds such a file: where a link leads to it, both homes would share the file. */
    boolean isIn(Path directory) {
        return Files.isDirectory(directory)
                && pairs.stream().flatMap(pair -> pair.sources().stream()).anyMatch(source -> source.file()
                        .startsWith(directory));
    }

    /** What the new home is to have of a file of the old home; empty if that is the file as it is. */
    Optional<byte[]> changed(Path file) throws IOException {
        for (DatabasePair pair : pairs) {
            for (DataSource source : pair.sources()) {
                if (source.file().equals(file)) {
                    return changed(file, source, pair);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> changed(Path file, DataSource source, DatabasePair pair) throws IOException {
        XmlDocument document = XmlDocument.parse(file.toString(), Files.readAllBytes(file));
        XmlEditor editor = new XmlEditor(document);
        boolean changed = set(editor, "url", pair.url(source));
        changed |= pair.entry()
                .username()
                .map(user -> set(editor, "userName", user))
                .orElse(false);
        changed |= pair.entry()
                .driver()
                .map(driver -> set(editor, "driverName", driver))
                .orElse(false);
        changed |= pair.entry()
                .password()
                .map(password -> setPassword(editor, password))
                .orElse(false);
        return changed ? Optional.of(document.bytes()) : Optional.empty();
    }

    private static boolean set(XmlEditor editor, String property, String value) {
        XmlElement element = editor.document().find(String.format(PROPERTY, property));
        if (element == null || element.text().trim().equals(value)) {
            return false;
        }
        editor.setText(element, value);
        return true;
    }

    /** As the operator gave it: the server encrypts it when the store is saved next. */
    private static boolean setPassword(XmlEditor editor, String value) {
        XmlElement element = editor.document().find(String.format(PROPERTY, "password"));
        if (element != null) {
            editor.setAttribute(element, "encrypted", null);
            editor.setAttribute(element, "encrypt", null);
        }
        return set(editor, "password", value);
    }
}
