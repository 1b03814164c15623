package org.carbonupgrade.internal.merge;

import java.util.Arrays;
import java.util.List;

/** What customers do to the files about users, registry and data sources. */
final class RegistryCustomisations {

    static final String REGISTRY = "repository/conf/registry.xml";
    static final String USERS = "repository/conf/user-mgt.xml";
    static final String DATA_SOURCES = "repository/conf/datasources/master-datasources.xml";

    private RegistryCustomisations() {}

    static List<Customisation> all() {
        return Arrays.asList(
                Customisation.of("another registry data source", REGISTRY, hand -> hand.at("name=\"govregistry\"")
                        .set("dataSource", "jdbc/GovernanceDB")),
                Customisation.of("a third database with instance and mount", REGISTRY, hand -> hand.addAfter(
                                "mount",
                                "<mount path=\"/_system/acme\" overwrite=\"virtual\"><instanceId>acme</instanceId>"
                                        + "<targetPath>/_system/acme</targetPath></mount>")
                        .top()
                        .addAfter(
                                "remoteInstance",
                                "<remoteInstance url=\"https://acme.example.com\"><id>acme</id>"
                                        + "<dbConfig>acme</dbConfig><cacheId>u@jdbc:mysql://db:3306/acme</cacheId></remoteInstance>")
                        .top()
                        .addAfter(
                                "dbConfig", "<dbConfig name=\"acme\"><dataSource>jdbc/AcmeDB</dataSource></dbConfig>")),
                Customisation.of(
                        "handlers out of a comment with six of them",
                        REGISTRY,
                        hand -> hand.uncomment("<handler class")),
                Customisation.of("versioning", REGISTRY, hand -> hand.set("versionResourcesOnChange", "true")
                        .set("versioningProperties", "true")),
                Customisation.of("read-only registry", REGISTRY, hand -> hand.set("readOnly", "true")),
                Customisation.of("administrator", USERS, hand -> hand.at("<AdminUser>")
                        .set("UserName", "root")
                        .set("Password", "4dm1n")),
                Customisation.of("password policy", USERS, hand -> hand.at("<UserStoreManager ")
                        .type("^[\\S]{5,30}$", "^(?=.*\\d)[\\S]{12,64}$")
                        .type("^[\\S]{5,30}$", "^(?=.*\\d)[\\S]{12,64}$")),
                Customisation.of(
                        "a property less",
                        USERS,
                        hand -> hand.type(
                                "            <Property name=\"IsBulkImportSupported\">true</Property>\n", "")),
                Customisation.of("a property more", USERS, hand -> hand.at("<UserStoreManager ")
                        .addAfter("Property", "<Property name=\"UserCoreCacheIdentifier\">primary</Property>")),
                Customisation.of(
                        "cascading deletion off",
                        USERS,
                        hand -> hand.type("isCascadeDeleteEnabled\">true", "isCascadeDeleteEnabled\">false")),
                Customisation.alone("a user store of the customer's own class", USERS, hand -> hand.attribute(
                                "UserStoreManager", "class", "com.acme.AcmeUserStoreManager")
                        .type("PasswordDigest\">SHA-256", "PasswordDigest\">ACME")),
                Customisation.of("MySQL", DATA_SOURCES, hand -> hand.set(
                                "url", "jdbc:mysql://db.example.com:3306/carbon?autoReconnect=true&amp;useSSL=true")
                        .set("username", "carbon")
                        .set("password", "my5ql")
                        .set("driverClassName", "com.mysql.jdbc.Driver")),
                Customisation.of("pool", DATA_SOURCES, hand -> hand.at("WSO2_SHARED_DB")
                        .set("maxActive", "200")
                        .set("maxWait", "30000")
                        .addAfter("maxWait", "<minIdle>5</minIdle>")),
                Customisation.of("a password by secure vault alias", DATA_SOURCES, hand -> hand.at("WSO2_SHARED_DB")
                        .attribute("password", "svns:secretAlias", "Shared.Password")
                        .set("password", "")),
                Customisation.of(
                        "a data source of the customer's own",
                        DATA_SOURCES,
                        hand -> hand.type(
                                "<!-- For an explanation",
                                "<datasource>\n            <name>ACME_DB</name>\n"
                                        + "            <jndiConfig><name>jdbc/AcmeDB</name></jndiConfig>\n"
                                        + "            <definition type=\"RDBMS\"><configuration><url>jdbc:h2:./acme</url>"
                                        + "</configuration></definition>\n        </datasource>\n        <!-- For an explanation")),
                Customisation.of("no validation query", DATA_SOURCES, hand -> hand.remove("validationQuery")));
    }
}
