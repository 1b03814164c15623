package org.carbonupgrade.internal.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** The cluster domain that a home's server joins. */
public final class ClusterDomain {

    private ClusterDomain() {}

    /** As {@code axis2.xml} says; empty if clustering is off there. */
    public static Optional<String> of(CarbonHome home) {
        Path axis2 = home.conf().resolve("axis2/axis2.xml");
        if (!Files.exists(axis2)) {
            return Optional.empty();
        }
        return Xml.child(Xml.read(axis2), "clustering")
                .filter(clustering -> "true".equalsIgnoreCase(clustering.getAttribute("enable")))
                .flatMap(ClusterDomain::domain);
    }

    private static Optional<String> domain(Element clustering) {
        return Xml.children(clustering, "parameter").stream()
                .filter(parameter -> "domain".equals(parameter.getAttribute("name")))
                .map(parameter -> parameter.getTextContent().trim())
                .findFirst();
    }
}
