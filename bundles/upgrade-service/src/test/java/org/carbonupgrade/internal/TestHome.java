package org.carbonupgrade.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.internal.home.CarbonHome;

/** The smallest directory that is a Carbon home, for tests that need no server. */
public final class TestHome {

    private final Path path;

    private TestHome(Path path) {
        this.path = path;
    }

    /** Makes a home of a version. */
    public static TestHome make(Path path, String version) {
        TestHome home = new TestHome(path);
        home.file("bin/wso2carbon-version.txt", "WSO2 Carbon Framework v" + version + "\n");
        home.file("repository/conf/carbon.xml", "<Server><Name>test</Name></Server>\n");
        home.file("repository/components/plugins/org.wso2.carbon.core_" + version + ".jar", "");
        return home;
    }

    public Path path() {
        return path;
    }

    public CarbonHome open() {
        return CarbonHome.at(path);
    }

    /** Writes a file, and the directories above it. */
    public TestHome file(String relative, String content) {
        Path file = path.resolve(relative);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds data sources, each given as name, JNDI name and URL. */
    public TestHome dataSources(String[]... sources) {
        StringBuilder xml = new StringBuilder("<datasources-configuration><datasources>\n");
        for (String[] source : sources) {
            xml.append("<datasource><name>").append(source[0]).append("</name><jndiConfig><name>");
            xml.append(source[1]).append("</name></jndiConfig><definition type=\"RDBMS\"><configuration><url>");
            xml.append(source[2]).append("</url><username>carbon</username><password>pass-word</password>");
            xml.append("<driverClassName>org.h2.Driver</driverClassName></configuration></definition></datasource>\n");
        }
        return file(
                "repository/conf/datasources/master-datasources.xml",
                xml + "</datasources></datasources-configuration>\n");
    }
}
