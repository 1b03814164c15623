package org.carbonupgrade.internal.configure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEdit;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Keeps the staging node from acting as production, until promotion lifts it again. */
final class IsolationLayer implements Layer {

    private final String upgradeId;
    private final List<Isolated> isolated = new ArrayList<>();
    private final LayerChanges changes = new LayerChanges();

    IsolationLayer(String upgradeId) {
        this.upgradeId = upgradeId;
    }

    @Override
    public String name() {
        return "isolated";
    }

    @Override
    public Map<String, List<Change>> changes() {
        return changes.byFile();
    }

    @Override
    public void applyTo(Map<String, byte[]> files) {
        for (Isolation isolation : Isolation.of(upgradeId)) {
            byte[] content = files.get(isolation.file());
            if (content != null) {
                files.put(isolation.file(), apply(isolation, content));
            }
        }
    }

    /** What was changed; to be taken back in reverse order. */
    List<Isolated> isolated() {
        return Collections.unmodifiableList(isolated);
    }

    private byte[] apply(Isolation isolation, byte[] content) {
        XmlDocument document = XmlDocument.parse(isolation.file(), content);
        XmlEditor editor = new XmlEditor(document);
        boolean changed = false;
        for (XmlElement element : document.findAll(isolation.path())) {
            String now = element.text().trim();
            String value = isolation.value(now);
            if (!now.equals(value)) {
                String what = now + " is " + value;
                XmlEdit edit = editor.setText(element, value);
                isolated.add(new Isolated(isolation, edit, what));
                changes.add(isolation.file(), edit.path(), what + " until promotion", isolation.why());
                changed = true;
            }
        }
        return changed ? document.bytes() : content;
    }

    /** One setting that was changed, and how to take it back. */
    static final class Isolated {

        private final Isolation isolation;
        private final XmlEdit edit;
        private final String what;

        private Isolated(Isolation isolation, XmlEdit edit, String what) {
            this.isolation = isolation;
            this.edit = edit;
            this.what = what;
        }

        Isolation isolation() {
            return isolation;
        }

        XmlEdit edit() {
            return edit;
        }

        /** For people: an address or a name, never a secret. */
        Finding finding() {
            return UpgradeError.CONFIG_ISOLATED.found(
                    Status.OK,
                    isolation.file() + "#" + edit.path(),
                    what + " until promotion: " + isolation.why() + ".");
        }
    }
}
