package org.carbonupgrade.internal.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEdit;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Lets the data sources of a merged configuration lead to the staging databases. */
final class StagingLayer implements Layer {

    private static final String REGISTRY = ConfigurationFiles.CONF + "/registry.xml";

    private final CarbonHome oldHome;
    private final List<DatabasePair> pairs;
    private final List<String> rewritten = new ArrayList<>();
    private final LayerChanges changes = new LayerChanges();

    StagingLayer(CarbonHome oldHome, List<DatabasePair> pairs) {
        this.oldHome = oldHome;
        this.pairs = pairs;
    }

    @Override
    public String name() {
        return "staging";
    }

    @Override
    public Map<String, List<Change>> changes() {
        return changes.byFile();
    }

    @Override
    public void applyTo(Map<String, byte[]> files) {
        for (DatabasePair pair : pairs) {
            for (DataSource source : pair.sources()) {
                String file =
                        oldHome.path().relativize(source.file()).toString().replace('\\', '/');
                // The databases of user stores are named in files that are carried as artifacts.
                if (files.containsKey(file)) {
                    files.put(file, withStaging(file, files.get(file), source, pair));
                    cacheIds(source, pair, files);
                }
            }
        }
    }

    /** What was changed, for people. */
    List<String> rewritten() {
        return rewritten;
    }

    private byte[] withStaging(String file, byte[] content, DataSource source, DatabasePair pair) {
        XmlDocument document = XmlDocument.parse(file, content);
        XmlEditor editor = new XmlEditor(document);
        for (XmlElement entry : document.findAll("datasources-configuration/datasources/datasource")) {
            if (source.name().equals(text(entry, "name"))) {
                XmlElement configuration = entry.child("definition").child("configuration");
                Settings settings = new Settings(file, editor, configuration, source.name());
                settings.set("url", pair.url(source));
                pair.entry().username().ifPresent(user -> settings.set("username", user));
                pair.entry().driver().ifPresent(driver -> settings.set("driverClassName", driver));
                pair.entry().password().ifPresent(settings::setPassword);
                rewritten.add(source.name());
            }
        }
        return document.bytes();
    }

    /** Nodes that share a database share its cache under this name: a staging database's must not be production's. */
    private void cacheIds(DataSource source, DatabasePair pair, Map<String, byte[]> files) {
        byte[] content = files.get(REGISTRY);
        String url = pair.url(source);
        if (content == null || url.equals(source.url())) {
            return;
        }
        XmlDocument document = XmlDocument.parse(REGISTRY, content);
        XmlEditor editor = new XmlEditor(document);
        for (XmlElement cacheId : document.findAll("wso2registry/remoteInstance/cacheId")) {
            if (cacheId.text().trim().endsWith("@" + source.url())) {
                String user = pair.entry().username().orElse(source.username().orElse(""));
                XmlEdit edit = editor.setText(cacheId, user + "@" + url);
                changes.add(
                        REGISTRY,
                        edit.path(),
                        "another name for the cache",
                        "servers that share one would share it with the old database " + source.name());
            }
        }
        files.put(REGISTRY, document.bytes());
    }

    private static String text(XmlElement parent, String name) {
        XmlElement child = parent.child(name);
        return child == null ? "" : child.text().trim();
    }

    /** What a data source is made to use instead. */
    private final class Settings {

        private final String file;
        private final XmlEditor editor;
        private final XmlElement configuration;
        private final String source;

        Settings(String file, XmlEditor editor, XmlElement configuration, String source) {
            this.file = file;
            this.editor = editor;
            this.configuration = configuration;
            this.source = source;
        }

        void set(String name, String value) {
            XmlElement element = configuration.child(name);
            if (element == null) {
                editor.append(configuration, "<" + name + "/>");
                element = configuration.child(name);
            }
            if (!element.text().trim().equals(value)) {
                XmlEdit edit = editor.setText(element, value);
                changes.add(file, edit.path(), "the staging database's", "the plan names one for " + source);
            }
        }

        /** A password of its own replaces one that the secure vault keeps. */
        void setPassword(String value) {
            set("password", value);
            XmlElement password = configuration.child("password");
            password.attributes().stream()
                    .map(attribute -> attribute.name())
                    .filter(name -> name.equals("secretAlias") || name.endsWith(":secretAlias"))
                    .findFirst()
                    .ifPresent(name -> editor.setAttribute(password, name, null));
        }
    }
}
