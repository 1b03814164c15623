package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.xml.XmlAttribute;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.carbonupgrade.internal.merge.xml.XmlElement;
import org.carbonupgrade.internal.merge.xml.XmlPath;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Lets the old home's key and trust stores go on where the new version names other ones that the customer never asked for: only the
 * old key decrypts what was encrypted with it, and only the old trust store has the customer's certificates.
 */
final class StoreLayer implements Layer {

    private static final String FILE = ConfigurationFiles.CONF + "/carbon.xml";
    private static final String SECURITY = "Server/Security";
    private static final List<String> SETTINGS =
            Arrays.asList("Location", "Type", "Password", "KeyAlias", "KeyPassword");

    /** In a version that has none, its work is the primary key store's. */
    private static final String INTERNAL = "InternalKeyStore";

    private static final String PRIMARY = "KeyStore";

    private final Workplace workplace;
    private final OperatorDecisions decisions;
    private final Consumer<Finding> found;
    private final LayerChanges changes = new LayerChanges();

    StoreLayer(Workplace workplace, OperatorDecisions decisions, Consumer<Finding> found) {
        this.workplace = workplace;
        this.decisions = decisions;
        this.found = found;
    }

    /** Whether a decision at a place is this layer's to obey. */
    static boolean asksAbout(String file, String path) {
        return file.equals(FILE) && path.matches(SECURITY + "/\\w*(?:Key|Trust)Store(?:/.*)?");
    }

    @Override
    public String name() {
        return "stores";
    }

    @Override
    public Map<String, List<Change>> changes() {
        return changes.byFile();
    }

    @Override
    public void applyTo(Map<String, byte[]> files) {
        byte[] content = files.get(FILE);
        byte[] old = ConfigurationFiles.read(workplace.oldHome().path(), FILE);
        if (content == null || old == null) {
            return;
        }
        XmlDocument olds = XmlDocument.parse(FILE, old);
        XmlDocument merged = XmlDocument.parse(FILE, content);
        for (XmlElement store : merged.findAll(SECURITY + "/*")) {
            XmlElement customers = counterpart(store, olds);
            List<String> others = customers == null ? Collections.emptyList() : others(customers, store);
            if (!others.isEmpty() && !isShippedTrust(customers)) {
                goOn(customers, store, others, new XmlEditor(merged));
            }
        }
        if (!changes.byFile().isEmpty()) {
            files.put(FILE, merged.bytes());
        }
    }

    private static XmlElement counterpart(XmlElement store, XmlDocument olds) {
        if (!store.name().endsWith("KeyStore") && !store.name().endsWith("TrustStore")) {
            return null;
        }
        XmlElement same = olds.find(SECURITY + "/" + store.name());
        return same == null && store.name().equals(INTERNAL) ? olds.find(SECURITY + "/" + PRIMARY) : same;
    }

    /** The settings that are not the customer's, and that the operator has not wanted so. */
    private List<String> others(XmlElement customers, XmlElement store) {
        return SETTINGS.stream()
                .filter(setting -> customers.child(setting) != null)
                .filter(setting -> !source(customers, setting).equals(source(store, setting)))
                .filter(setting -> !decisions.takesNew(FILE, XmlPath.of(store) + "/" + setting))
                .collect(Collectors.toList());
    }

    /** Nobody has put a certificate into a trust store that is the old version's own. */
    private boolean isShippedTrust(XmlElement customers) {
        if (!customers.name().endsWith("TrustStore")
                || !workplace.plan().vanilla().isPresent()) {
            return false;
        }
        String relative = text(customers, "Location").replaceFirst("^\\$\\{carbon\\.home}/", "");
        Path file = workplace.oldHome().resolve(relative);
        try (VanillaHome vanilla = VanillaHome.open(workplace.plan().vanilla().get())) {
            Optional<byte[]> shipped = vanilla.read(relative);
            return shipped.isPresent()
                    && Files.isRegularFile(file)
                    && Arrays.equals(shipped.get(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    private void goOn(XmlElement customers, XmlElement store, List<String> settings, XmlEditor editor) {
        String path = XmlPath.of(store);
        String theirs = text(store, "Location");
        for (String setting : settings) {
            take(customers.child(setting), store, editor);
            changes.add(
                    FILE,
                    path + "/" + setting,
                    "the old home's",
                    "the new version names another store, and what was encrypted or trusted with yours needs yours");
        }
        found.accept(UpgradeError.CONFIG_STORE.found(
                Status.WARN,
                FILE + "#" + path,
                "The new version has other settings here (" + theirs + "); yours go on (" + text(store, "Location")
                        + "), since only that store opens what was encrypted with it, or has your certificates."));
    }

    /** With its attributes: a password can be an alias of the secure vault. */
    private static void take(XmlElement value, XmlElement store, XmlEditor editor) {
        if (store.child(value.name()) == null) {
            editor.append(store, "<" + value.name() + "/>");
        }
        XmlElement target = store.child(value.name());
        editor.setText(target, value.text());
        for (XmlAttribute gone : target.attributes().toArray(new XmlAttribute[0])) {
            editor.setAttribute(target, gone.name(), null);
        }
        for (XmlAttribute attribute : value.attributes()) {
            editor.setAttribute(target, attribute.name(), attribute.value());
        }
    }

    private static String source(XmlElement store, String setting) {
        XmlElement value = store.child(setting);
        if (value == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(value.text().trim());
        value.attributes()
                .forEach(attribute ->
                        text.append('\0').append(attribute.name()).append('=').append(attribute.value()));
        return text.toString();
    }

    private static String text(XmlElement store, String setting) {
        XmlElement value = store.child(setting);
        return value == null ? "nothing" : value.text().trim();
    }
}
