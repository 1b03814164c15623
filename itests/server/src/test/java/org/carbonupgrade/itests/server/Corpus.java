package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.merge.Customisation;
import org.carbonupgrade.internal.merge.Customisations;
import org.carbonupgrade.internal.merge.NewVersion;
import org.carbonupgrade.itests.support.HarnessException;
import org.carbonupgrade.itests.support.Home;

/** The corpus of customisations that the merge is tested with, in whole homes: those that a server can start with here. */
final class Corpus {

    static final String ADMIN = "root";
    static final String ADMIN_PASSWORD = "4dm1n-of-the-corpus";
    static final String TRUST_PASSWORD = "tru5ted";
    static final String SUITE = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    /** With what a server does not start here, whoever wrote it into its files, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "master-datasources.xml: MySQL", "there is no such server",
            "master-datasources.xml: a password by secure vault alias", "the vault is a test of its own",
            "carbon.xml: embedded database server", "it would listen on all interfaces",
            "carbon.xml: a server initializer", "its class is the customer's",
            "log4j2.properties: log level", "a server that is up would not say so");

    /** What the customisations name and is not here, and what there is in its place. */
    private static final Map<String, String> STAND_INS = standIns();

    private Corpus() {}

    /** Customises a stock home; the customisations that it has now. */
    static List<Customisation> customise(Home home) {
        Set<String> names =
                Customisations.all().stream().map(Customisation::toString).collect(Collectors.toSet());
        if (!names.containsAll(LEFT_OUT.keySet())) {
            throw new HarnessException("left out, and not there: " + LEFT_OUT.keySet());
        }
        List<Customisation> done = Customisations.all().stream()
                .filter(one -> !one.isAlone() && !LEFT_OUT.containsKey(one.toString()))
                .filter(one -> Files.exists(home.resolve(one.file())))
                .toList();
        done.forEach(one -> write(home.resolve(one.file()), one.applyTo(read(home.resolve(one.file())))));
        done.stream().map(Customisation::file).distinct().forEach(file -> standIn(home.resolve(file)));
        return done;
    }

    /** Makes a stock home one of the new version. */
    static void renew(Home home) {
        for (String file : NewVersion.files()) {
            Path there = home.resolve(file);
            if (Files.exists(there)) {
                write(there, NewVersion.of(file, read(there)));
                standIn(there);
            }
        }
    }

    private static Map<String, String> standIns() {
        Map<String, String> standIns = new LinkedHashMap<>();
        // Databases, hosts and files of the customer's.
        standIns.put("jdbc/GovernanceDB", "jdbc/SHARED_DB");
        standIns.put("<dataSource>jdbc/AcmeDB", "<dataSource>jdbc/SHARED_DB");
        for (String node : List.of("1", "2", "3")) {
            standIns.put(">10.0.0." + node + "<", ">127.0.0.1<");
        }
        standIns.put("/etc/pki/", "${carbon.home}/repository/resources/security/");
        standIns.put(">tru5t<", ">" + TRUST_PASSWORD + "<");
        standIns.put("\"c3rt\"", "\"wso2carbon\"");
        // What the corpus says twice, in ways that exclude each other.
        standIns.put(">4dm1n<", ">" + ADMIN_PASSWORD + "<");
        standIns.put("\"TLS_AES_128_GCM_SHA256\"", "\"" + SUITE + "\"");
        standIns.put("protocol=\"AJP/1.3\" port=\"8009\"", "protocol=\"AJP/1.3\" port=\"0\" address=\"127.0.0.1\"");
        standIns.put(
                "TRACE_LOGFILE, ACME\n",
                "TRACE_LOGFILE, ACME\nappender.ACME.type = File\nappender.ACME.name = ACME\n"
                        + "appender.ACME.fileName = ${sys:carbon.home}/repository/logs/acme.log\n");
        // Classes of the customer's, of other products' and of the new version.
        standIns.put("com.acme.Handler", "org.apache.axis2.dispatchers.HTTPLocationBasedDispatcher");
        standIns.put("com.acme.RemoteIp", "org.apache.catalina.valves.RemoteIpValve");
        standIns.put("com.acme.Filter", "org.apache.catalina.filters.AddDefaultCharsetFilter");
        standIns.put("com.acme.Processor", "org.wso2.carbon.core.transports.util.InfoProcessor");
        standIns.put("com.acme.Upload", "org.wso2.carbon.ui.transports.fileupload.AnyFileUploadExecutor");
        standIns.put(
                "org.apache.axis2.transport.mail.MailTransportSender",
                "org.apache.axis2.transport.http.CommonsHTTPTransportSender");
        standIns.put(
                "org.apache.axis2.transport.jms.JMSListener",
                "org.wso2.carbon.core.transports.http.HttpTransportListener");
        standIns.put("class=\"org.New\"", "class=\"org.apache.axis2.transport.http.SOAPMessageFormatter\"");
        standIns.put("<filter-class>org.New", "<filter-class>org.apache.catalina.filters.SetCharacterEncodingFilter");
        standIns.put("org.wso2.NewValve", "org.apache.catalina.valves.HealthCheckValve");
        standIns.put("<provider>org.wso2.carbon.NewReader</provider>", "");
        return standIns;
    }

    private static void standIn(Path file) {
        String text = read(file);
        for (Map.Entry<String, String> standIn : STAND_INS.entrySet()) {
            text = text.replace(standIn.getKey(), standIn.getValue());
        }
        write(file, text);
    }

    /** Every byte is one character, as the corpus has it. */
    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new HarnessException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new HarnessException("cannot write " + file, e);
        }
    }
}
