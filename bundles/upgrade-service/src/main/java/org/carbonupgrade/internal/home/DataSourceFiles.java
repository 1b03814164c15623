package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Reads the data sources of a home: every {@code repository/conf/datasources/*-datasources.xml}. */
public final class DataSourceFiles {

    private DataSourceFiles() {}

    /** The data sources with a JDBC URL, in the order of files and entries. */
    public static List<DataSource> of(CarbonHome home) {
        List<DataSource> sources = new ArrayList<>();
        files(home).forEach(file -> sources.addAll(in(file, Xml.read(file))));
        return sources;
    }

    /** The data sources of one file, given its root element. */
    public static List<DataSource> in(Path file, Element root) {
        List<DataSource> sources = new ArrayList<>();
        for (Element entry : Xml.descendants(root, "datasource")) {
            read(entry, file).ifPresent(sources::add);
        }
        return sources;
    }

    /** The files, sorted. */
    public static List<Path> files(CarbonHome home) {
        Path directory = home.conf().resolve("datasources");
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*-datasources.xml")) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw UpgradeError.FILE_READ.at(directory.toString(), "The directory cannot be read: " + e, e);
            }
        }
        Collections.sort(files);
        return files;
    }

    private static Optional<DataSource> read(Element entry, Path file) {
        Optional<Element> configuration =
                Xml.child(entry, "definition").flatMap(definition -> Xml.child(definition, "configuration"));
        Optional<String> url = configuration.flatMap(element -> Xml.text(element, "url"));
        if (!url.isPresent()) {
            return Optional.empty(); // of another kind than a database's, or made by a class of its own
        }
        Element database = configuration.get();
        return Optional.of(new DataSource(
                Xml.text(entry, "name").orElse("(unnamed)"),
                file,
                Xml.text(entry, "jndiConfig", "name").orElse(null),
                url.get(),
                Xml.text(database, "username").orElse(null),
                password(database),
                Xml.text(database, "driverClassName").orElse(null)));
    }

    private static StoredSecret password(Element database) {
        Optional<Element> password = Xml.child(database, "password");
        String alias = password.map(DataSourceFiles::alias).orElse("");
        return alias.isEmpty()
                ? StoredSecret.plain(
                        password.map(element -> element.getTextContent().trim()).orElse(""))
                : StoredSecret.inVault(alias);
    }

    /** Whatever prefix the file has given to the vault's namespace. */
    private static String alias(Element password) {
        for (int i = 0; i < password.getAttributes().getLength(); i++) {
            String name = password.getAttributes().item(i).getNodeName();
            if (name.equals("secretAlias") || name.endsWith(":secretAlias")) {
                return password.getAttributes().item(i).getNodeValue().trim();
            }
        }
        return "";
    }
}
