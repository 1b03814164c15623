package org.carbonupgrade.verification.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;

/**
 * Writes a report as JUnit XML, which CI servers show: a test case for each check. FAIL is a failure, COULD_NOT_RUN an error;
 * a warning passes and stands in the output.
 */
final class JunitReport {

    private static final String SUITE = "Carbon Upgrade verification";
    private static final double MILLIS = 1000;

    private JunitReport() {}

    static void write(VerificationReport report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            suite(report, xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void suite(VerificationReport report, XMLStreamWriter xml) throws XMLStreamException {
        List<CheckReport> checks = report.checks();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", count(checks, Status.FAIL));
        xml.writeAttribute("errors", count(checks, Status.COULD_NOT_RUN));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(Duration.between(report.started(), report.finished())));
        xml.writeAttribute(
                "timestamp",
                report.started().toString().replaceAll("\\.\\d+", "").replace("Z", ""));
        xml.writeStartElement("properties");
        property("upgradeId", report.upgradeId().orElse(""), xml);
        property("runId", report.runId(), xml);
        property("server.home", report.server().home(), xml);
        property("server.version", report.server().version(), xml);
        property("server.java", report.server().java(), xml);
        xml.writeEndElement();
        for (CheckReport check : checks) {
            testCase(check, xml);
        }
        xml.writeEndElement();
    }

    private static void testCase(CheckReport check, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "verification");
        xml.writeAttribute("name", clean(check.name()));
        xml.writeAttribute("time", seconds(check.took()));
        if (check.status().isFailure()) {
            Entry worst = entries(check, check.status()).findFirst().orElseThrow(IllegalStateException::new);
            xml.writeStartElement(check.status() == Status.FAIL ? "failure" : "error");
            xml.writeAttribute("type", worst.code());
            xml.writeAttribute("message", clean(worst.what()));
            xml.writeCharacters(lines(
                    check.entries().stream().filter(entry -> entry.status().isFailure())));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(lines(check.entries().stream()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void property(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", clean(value));
    }

    private static Stream<Entry> entries(CheckReport check, Status status) {
        return check.entries().stream().filter(entry -> entry.status() == status);
    }

    private static String count(List<CheckReport> checks, Status status) {
        return Long.toString(
                checks.stream().filter(check -> check.status() == status).count());
    }

    private static String lines(Stream<Entry> entries) {
        return clean(entries.map(Entry::toString).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS);
    }

    /** Without what XML 1.0 can't hold: a message from elsewhere may have control characters or half a character in it. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
