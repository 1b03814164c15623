package org.carbonupgrade.internal.merge;

import java.util.Arrays;
import java.util.List;

/** What customers do to the files about transports, clustering and the web container. */
final class TransportCustomisations {

    static final String AXIS2 = "repository/conf/axis2/axis2.xml";
    static final String CATALINA = "repository/conf/tomcat/catalina-server.xml";
    static final String CARBON_WEB = "repository/conf/tomcat/carbon/WEB-INF/web.xml";
    static final String TOMCAT_WEB = "repository/conf/tomcat/web.xml";

    private TransportCustomisations() {}

    static List<Customisation> all() {
        return Arrays.asList(
                Customisation.of("clustering with well-known members", AXIS2, hand -> hand.attribute(
                                "clustering", "enable", "true")
                        .at("<clustering")
                        .type(">multicast</parameter>", ">wka</parameter>")
                        .type(">wso2.carbon.domain<", ">acme.production<")
                        .type(">127.0.0.1</parameter>", ">10.0.0.1</parameter>")
                        .at("<members>")
                        .set("hostName", "10.0.0.1")
                        .addAfter("member", "<member><hostName>10.0.0.2</hostName><port>4000</port></member>")
                        .addAfter("member", "<member><hostName>10.0.0.3</hostName><port>4000</port></member>")),
                Customisation.of(
                        "message broker out of one of three comments for it", AXIS2, hand -> hand.at("Apache Qpid")
                                .uncomment("org.apache.qpid.jndi")),
                Customisation.of("mail sender", AXIS2, hand -> hand.uncomment("MailTransportSender\"")
                        .type(">wso2demomail@gmail.com<", ">noreply@example.com<")
                        .type(">mailpassword<", ">m41l<")
                        .type(">smtp.gmail.com<", ">mail.example.com<")),
                Customisation.of("proxy port of one transport", AXIS2, hand -> hand.at("HttpTransportListener")
                        .uncomment("name=\"proxyPort\">80<")),
                Customisation.of("a deployer out of its comment", AXIS2, hand -> hand.uncomment("extension=\"wsdd\"")),
                Customisation.of(
                        "a phase of the customer's own, in its place",
                        AXIS2,
                        hand -> hand.type(
                                "<phase name=\"PreDispatch\"/>",
                                "<phase name=\"AcmePhase\"><handler name=\"Acme\" class=\"com.acme.Handler\"/></phase>\r\n"
                                        + "        <phase name=\"PreDispatch\"/>")),
                Customisation.of("another formatter, the shipped one kept in a comment", AXIS2, hand -> hand.at(
                                "<!--JSON Message Formatters")
                        .commentOut("messageFormatter")
                        .uncomment("contentType=\"application/json\"")),
                Customisation.of("parameters", AXIS2, hand -> hand.type(
                                "name=\"hotdeployment\">${hotdeployment}", "name=\"hotdeployment\">false")
                        .addAfter("parameter", "<parameter name=\"acme.timeout\">60</parameter>")),
                Customisation.of(
                        "a value over several lines",
                        AXIS2,
                        hand -> hand.type("./repository/deployment/server/synapse-configs", "/data/synapse-configs")),
                Customisation.of("reverse proxy", CATALINA, hand -> hand.attribute("Connector", "proxyPort", "80")
                        .attribute("Connector", "proxyName", "is.example.com")
                        .at("port=\"9443\"")
                        .type("port=\"9443\"", "port=\"9443\"\n                   proxyPort=\"443\"")),
                Customisation.of("threads", CATALINA, hand -> hand.attribute("Connector", "maxThreads", "500")),
                Customisation.of("key store of the container", CATALINA, hand -> hand.attribute(
                                "Certificate", "certificateKeystorePassword", "c3rt")
                        .attribute("SSLHostConfig", "protocols", "+TLSv1.2")
                        .attribute("SSLHostConfig", "ciphers", "TLS_AES_128_GCM_SHA256")),
                Customisation.of("a valve in its place", CATALINA, hand -> hand.at("AccessLogValve")
                        .addAfter("Valve", "<Valve className=\"com.acme.RemoteIp\" header='x-\"real\"-ip'/>")),
                Customisation.of(
                        "a valve of a class that is there already",
                        CATALINA,
                        hand -> hand.addBefore(
                                "Valve",
                                "<Valve className=\"org.apache.catalina.valves.AccessLogValve\" prefix=\"acme_\"/>")),
                Customisation.of(
                        "access log pattern",
                        CATALINA,
                        hand -> hand.type("pattern=\"combined\"", "pattern=\"%h %t %s\"")),
                Customisation.of(
                        "a valve less",
                        CATALINA,
                        hand -> hand.type(
                                "<Valve className=\"org.wso2.carbon.tomcat.ext.valves.CarbonStuckThreadDetectionValve\""
                                        + " threshold=\"600\"/>",
                                "")),
                Customisation.of(
                        "another connector",
                        CATALINA,
                        hand -> hand.addAfter("Connector", "<Connector protocol=\"AJP/1.3\" port=\"8009\"/>")),
                Customisation.of("session timeout", CARBON_WEB, hand -> hand.set("session-timeout", "60")),
                Customisation.of(
                        "HSTS", CARBON_WEB, hand -> hand.at("hstsEnabled").set("param-value", "true")),
                Customisation.of("a filter mapped before another one", CARBON_WEB, hand -> hand.addBefore(
                                "filter",
                                "<filter><filter-name>Acme</filter-name><filter-class>com.acme.Filter"
                                        + "</filter-class></filter>")
                        .addBefore(
                                "filter-mapping",
                                "<filter-mapping><filter-name>Acme</filter-name>"
                                        + "<url-pattern>/*</url-pattern></filter-mapping>")),
                Customisation.of("another pattern of a servlet that has two", CARBON_WEB, hand -> hand.at("*.jsp")
                        .addBefore(
                                "servlet-mapping",
                                "<servlet-mapping><servlet-name>bridgeservlet</servlet-name>"
                                        + "<url-pattern>/acme/*</url-pattern></servlet-mapping>")),
                Customisation.of("an error page", CARBON_WEB, hand -> hand.at("<error-code>404")
                        .set("location", "/acme/404.html")),
                Customisation.of(
                        "a MIME type",
                        TOMCAT_WEB,
                        hand -> hand.addBefore(
                                "mime-mapping",
                                "<mime-mapping><extension>acme</extension><mime-type>application/acme</mime-type>"
                                        + "</mime-mapping>")),
                Customisation.of("session timeout of all", TOMCAT_WEB, hand -> hand.set("session-timeout", "45")));
    }
}
