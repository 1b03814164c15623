package org.carbonupgrade.internal.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A new version of Carbon, made from the stock one: another version number, options more and less, other defaults,
 * another order, other comments.
 */
public final class NewVersion {

    private static final Map<String, UnaryOperator<Hand>> CHANGES = new LinkedHashMap<>();

    static {
        CHANGES.put(CarbonXmlCustomisations.FILE, NewVersion::carbon);
        CHANGES.put(RegistryCustomisations.REGISTRY, hand -> hand.set("versioningTags", "true")
                .swap("dbConfig")
                .remove("enableCache")
                .addAfter("registryRoot", "<newOption>on</newOption>"));
        CHANGES.put(RegistryCustomisations.USERS, hand -> hand.at("UserStoreManager class")
                .addAfter("Property", "<Property name=\"NewJdbcOption\">1</Property>")
                .type("MaxRoleNameListLength\">100", "MaxRoleNameListLength\">200")
                .at("<AuthorizationManager")
                .addAfter("Property", "<Property name=\"NewOption\">yes</Property>"));
        CHANGES.put(RegistryCustomisations.DATA_SOURCES, hand -> hand.set("maxActive", "60")
                .addAfter("provider", "<provider>org.wso2.carbon.NewReader</provider>")
                .addAfter("testOnBorrow", "<rollbackOnReturn>true</rollbackOnReturn>")
                .at("WSO2_SHARED_DB")
                .addAfter("testOnBorrow", "<rollbackOnReturn>true</rollbackOnReturn>"));
        CHANGES.put(TransportCustomisations.AXIS2, hand -> hand.type("sizeThreshold\">4000", "sizeThreshold\">8000")
                .addAfter("messageFormatter", "<messageFormatter contentType=\"application/new\" class=\"org.New\"/>")
                .addBefore("phase", "<phase name=\"NewPhase\"/>")
                .type("mcastTTL\">100", "mcastTTL\">50")
                .at("<clustering")
                .addAfter("parameter", "<parameter name=\"newParameter\">1</parameter>")
                .top()
                .at("type=\"OutFlow\"")
                .swap("phase")
                .type("<phase name=\"StatReporting\"/>", ""));
        CHANGES.put(TransportCustomisations.CATALINA, hand -> hand.attribute("Connector", "compressionMinSize", "4096")
                .attribute("Connector", "relaxedQueryChars", "|")
                .withoutAttribute("acceptorThreadCount")
                .withoutAttribute("acceptorThreadCount")
                .at("ContextCreatorValve")
                .addAfter("Valve", "<Valve className=\"org.wso2.NewValve\"/>"));
        CHANGES.put(TransportCustomisations.CARBON_WEB, hand -> hand.addAfter(
                        "filter", "<filter><filter-name>New</filter-name><filter-class>org.New</filter-class></filter>")
                .addAfter(
                        "filter-mapping",
                        "<filter-mapping><filter-name>New</filter-name>"
                                + "<url-pattern>/new</url-pattern></filter-mapping>")
                .addAfter("secure", "<http-only>true</http-only>")
                .at("error_408")
                .remove("error-page"));
        CHANGES.put(TransportCustomisations.TOMCAT_WEB, hand -> hand.at("<extension>aif")
                .remove("mime-mapping")
                .set("mime-type", "audio/new")
                .addAfter(
                        "mime-mapping",
                        "<mime-mapping><extension>new</extension><mime-type>a/new</mime-type></mime-mapping>"));
        CHANGES.put(OtherCustomisations.AUTHENTICATORS, hand -> hand.set("Priority", "6")
                .at("<Config>")
                .addAfter("Parameter", "<Parameter name=\"New\">1</Parameter>"));
        CHANGES.put(OtherCustomisations.JMX, hand -> hand.addAfter("RMIServerPort", "<NewPort>1</NewPort>"));
        CHANGES.put(
                OtherCustomisations.MAIL, hand -> hand.set("footer", "Regards").set("redirectPath", "../new.jsp"));
        CHANGES.put(OtherCustomisations.VALIDATION, hand -> hand.type("freeDisk\">1024", "freeDisk\">4096"));
        CHANGES.put(OtherCustomisations.LOG, hand -> hand.type(
                        "appender.CARBON_LOGFILE.strategy.max = 20", "appender.CARBON_LOGFILE.strategy.max = 30")
                .type("logger.com-hazelcast.level = ERROR\n", "")
                .type("loggers = AUDIT_LOG, ", "loggers = AUDIT_LOG, new, ")
                .type("\nlogger.AUDIT_LOG.name", "\nlogger.new.name = org.new\n\nlogger.AUDIT_LOG.name"));
        CHANGES.put(
                OtherCustomisations.CATALINA, hand -> hand.type("log4j-web*.jar,\\\n", "log4j-web*.jar,new.jar,\\\n"));
        CHANGES.put(
                OtherCustomisations.CSRF,
                hand -> hand.type(
                        "org.owasp.csrfguard.Enabled",
                        "#was:\norg.owasp.csrfguard.NewKey=1\norg.owasp.csrfguard.Enabled"));
        CHANGES.put(OtherCustomisations.LAUNCH, hand -> hand.type("osgi.clean=true", "osgi.clean=false\nosgi.new=1"));
        CHANGES.put(
                OtherCustomisations.MIME,
                hand -> hand.type("application/activemessage\n", "application/activemessage\napplication/new\n"));
        CHANGES.put(OtherCustomisations.TOML, hand -> hand.type("[truststore]", "[new]\noption = 1\n\n[truststore]"));
    }

    private NewVersion() {}

    private static Hand carbon(Hand hand) {
        return hand.set("Version", "4.9.9")
                .type("       Product Version", "       The version of the product")
                .set("ItemsPerPage", "20")
                .addAfter("Package", "<!-- since 4.9 -->\n    <NewOption>x</NewOption>")
                .remove("EnableMetering")
                .addAfter("Offset", "<NewPort>7777</NewPort>")
                .at("<HouseKeeping>")
                .set("Interval", "15")
                .top()
                .attribute("KeyResolver", "priority", "5")
                .at("<KeyStore>")
                .addAfter("KeyPassword", "<Provider>SUN</Provider>")
                .at("<TomcatRealm>")
                .remove("TomcatRealm")
                .top()
                .addBefore("KeyStore", "<TomcatRealm>UserManager</TomcatRealm>")
                .addAfter("ForceLocalCache", "<NewCacheOption>1</NewCacheOption>");
    }

    /** The new version's file. */
    static String of(String file) {
        return of(file, Stock.text(file));
    }

    /** The new version's file, made from the stock one. */
    public static String of(String file, String stock) {
        UnaryOperator<Hand> changes = CHANGES.get(file);
        return changes == null ? stock : changes.apply(Hand.on(stock)).text();
    }

    /** The files that it has changed. */
    public static Set<String> files() {
        return Collections.unmodifiableSet(CHANGES.keySet());
    }
}
