package org.carbonupgrade.itests.p2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The repository of the build, and its two lists by XPath: of what can be installed, and of the files for it. */
final class P2Repository {

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Path directory;
    private final Document content;
    private final Document artifacts;

    private P2Repository(Path directory) throws Exception {
        this.directory = directory;
        this.content = read("content");
        this.artifacts = read("artifacts");
    }

    static P2Repository ofTheBuild() throws Exception {
        return new P2Repository(Path.of(System.getProperty("itests.p2.repository")));
    }

    Path plugin(Built bundle) {
        return directory.resolve("plugins").resolve(bundle.fileName());
    }

    List<String> inContent(String path) throws XPathExpressionException {
        return values(content, path);
    }

    List<String> inArtifacts(String path) throws XPathExpressionException {
        return values(artifacts, path);
    }

    private List<String> values(Document document, String path) throws XPathExpressionException {
        NodeList found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(found.item(i).getTextContent().strip());
        }
        return values;
    }

    private Document read(String list) throws Exception {
        try (JarFile jar = new JarFile(directory.resolve(list + ".jar").toFile());
                InputStream xml = jar.getInputStream(jar.getEntry(list + ".xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        } catch (IOException e) {
            throw new IOException("cannot read the list " + list + " of " + directory, e);
        }
    }
}
