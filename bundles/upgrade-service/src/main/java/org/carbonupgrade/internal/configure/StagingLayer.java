package org.carbonupgrade.internal.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Lets the data sources of a merged configuration lead to the staging databases. */
final class StagingLayer {

    private static final String REGISTRY = ConfigurationFiles.CONF + "/registry.xml";

    private final CarbonHome oldHome;
    private final List<DatabasePair> pairs;
    private final List<String> rewritten = new ArrayList<>();

    StagingLayer(CarbonHome oldHome, List<DatabasePair> pairs) {
        this.oldHome = oldHome;
        this.pairs = pairs;
    }

    /** Changes the files, given by their paths from the home. */
    void applyTo(Map<String, byte[]> files) {
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
                set(editor, configuration, "url", pair.url(source));
                pair.entry().username().ifPresent(user -> set(editor, configuration, "username", user));
                pair.entry().driver().ifPresent(driver -> set(editor, configuration, "driverClassName", driver));
                pair.entry().password().ifPresent(password -> setPassword(editor, configuration, password));
                rewritten.add(source.name());
            }
        }
        return document.bytes();
    }

    /** Nodes that share a database share its cache under this name: a staging database's must not be production's. */
    private static void cacheIds(DataSource source, DatabasePair pair, Map<String, byte[]> files) {
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
                editor.setText(cacheId, user + "@" + url);
            }
        }
        files.put(REGISTRY, document.bytes());
    }

    private static void set(XmlEditor editor, XmlElement configuration, String name, String value) {
        XmlElement element = configuration.child(name);
        if (element == null) {
            editor.append(configuration, "<" + name + "/>");
            element = configuration.child(name);
        }
        if (!element.text().trim().equals(value)) {
            editor.setText(element, value);
        }
    }

    /** A password of its own replaces one that the secure vault keeps. */
    private static void setPassword(XmlEditor editor, XmlElement configuration, String value) {
        set(editor, configuration, "password", value);
        XmlElement password = configuration.child("password");
        password.attributes().stream()
                .map(attribute -> attribute.name())
                .filter(name -> name.equals("secretAlias") || name.endsWith(":secretAlias"))
                .findFirst()
                .ifPresent(name -> editor.setAttribute(password, name, null));
    }

    private static String text(XmlElement parent, String name) {
        XmlElement child = parent.child(name);
        return child == null ? "" : child.text().trim();
    }
}
