package org.carbonupgrade.internal.merge;

import java.util.Arrays;
import java.util.List;

/** What customers do to the smaller XML files, to properties and to plain text. */
final class OtherCustomisations {

    static final String AUTHENTICATORS = "repository/conf/security/authenticators.xml";
    static final String JMX = "repository/conf/etc/jmx.xml";
    static final String MAIL = "repository/conf/email/email-admin-config.xml";
    static final String VALIDATION = "repository/conf/etc/config-validation.xml";
    static final String LOG = "repository/conf/log4j2.properties";
    static final String CATALINA = "repository/conf/tomcat/catalina.properties";
    static final String CSRF = "repository/conf/security/Owasp.CsrfGuard.Carbon.properties";
    static final String LAUNCH = "repository/conf/etc/launch.ini";
    static final String MIME = "repository/conf/etc/mime.types";
    static final String TOML = "repository/conf/deployment.toml";

    private OtherCustomisations() {}

    static List<Customisation> all() {
        return Arrays.asList(
                Customisation.of("single sign-on", AUTHENTICATORS, hand -> hand.at("SAML2SSOAuthenticator\"")
                        .type("disabled=\"true\"", "disabled=\"false\"")
                        .type(">https://localhost:9443/samlsso<", ">https://sso.example.com/samlsso<")
                        .uncomment("IdPCertAlias")),
                Customisation.of(
                        "mutual TLS", AUTHENTICATORS, hand -> hand.uncomment("Authenticator name=\"MutualSSL")),
                Customisation.of("no JMX server, another host", JMX, hand -> hand.set("StartRMIServer", "false")
                        .set("HostName", "10.0.0.1")),
                Customisation.of("mail text over many lines", MAIL, hand -> hand.set("subject", "Your account at Acme")
                        .type("Please click the following link", "Within one hour, please click this link")),
                Customisation.of(
                        "less memory asked for", VALIDATION, hand -> hand.type("id=\"RAM\">2047", "id=\"RAM\">1024")),
                Customisation.of("an operating system more", VALIDATION, hand -> hand.at("id=\"os11\"")
                        .type("</Parameter>", "</Parameter>\n\t\t<Parameter id=\"os12\">FreeBSD</Parameter>")),
                Customisation.of(
                        "log level", LOG, hand -> hand.type("rootLogger.level = ", "rootLogger.level = WARN\n#was: ")),
                Customisation.of("a logger of the customer's own", LOG, hand -> hand.addLine("# for the auditors")
                        .addLine("logger.acme.name = com.acme")
                        .addLine("logger.acme.level = DEBUG")),
                Customisation.of(
                        "an appender more",
                        LOG,
                        hand -> hand.type("CARBON_TRACE_LOGFILE\n", "CARBON_TRACE_LOGFILE, ACME\n")),
                Customisation.of(
                        "a value over many lines",
                        CATALINA,
                        hand -> hand.type("tools.jar,\\\n", "tools.jar,\\\nacme-*.jar,\\\n")),
                Customisation.of(
                        "a page without protection",
                        CSRF,
                        hand -> hand.addLine("org.owasp.csrfguard.unprotected.Acme=%servletContext%/acme/*")),
                Customisation.of(
                        "a commented key switched on", LAUNCH, hand -> hand.type("#osgi.debug=", "osgi.debug=")),
                Customisation.of("a line more", MIME, hand -> hand.addLine("application/acme\tacme")),
                Customisation.of("host name", TOML, hand -> hand.type("\"localhost\"", "\"is.example.com\"")));
    }
}
