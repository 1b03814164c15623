package org.carbonupgrade.itests.support;

/** Changes a stock home's configuration as the administrators of a production system do. */
final class ProductionSettings {

    static final String HOST_NAME = "upgrade.example";
    static final String ADMIN_PASSWORD = "Chang3d&Kept";

    private final Home home;
    private final OldDatabases databases;

    ProductionSettings(Home home, OldDatabases databases) {
        this.home = home;
        this.databases = databases;
    }

    void apply() {
        server();
        users();
        registry();
        DataSourcesFile.write(home.conf().resolve("datasources/master-datasources.xml"), databases.all());
        tuning();
        KeyStores.makeOwn(home);
    }

    private void server() {
        conf("carbon.xml")
                .replace("<Offset>0</Offset>", "<Offset>3</Offset>")
                .replace("<!--HostName>www.wso2.org</HostName-->", "<HostName>" + HOST_NAME + "</HostName>")
                .replace(
                        "<!--MgtHostName>mgt.wso2.org</MgtHostName-->",
                        "<!-- Behind the load balancer since 2014. -->\n    <MgtHostName>admin." + HOST_NAME
                                + "</MgtHostName>");
    }

    private void users() {
        conf("user-mgt.xml")
                .replace("<Password>admin</Password>", "<Password>" + Xml.escape(ADMIN_PASSWORD) + "</Password>")
                .replace("jdbc/SHARED_DB", databases.users().jndiName());
    }

    private void registry() {
        DataSource mounted = databases.registry();
        conf("registry.xml")
                .replace("jdbc/SHARED_DB", mounted.jndiName())
                .replace(
                        "wso2carbon@jdbc:h2:./repository/database/WSO2SHARED_DB;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000",
                        Xml.escape(mounted.username() + "@" + mounted.url()));
    }

    private void tuning() {
        conf("axis2/axis2.xml")
                .replace("<parameter name=\"sizeThreshold\">4000<", "<parameter name=\"sizeThreshold\">16000<")
                .replace(">wso2.carbon.domain<", ">" + HOST_NAME + ".domain<");
        conf("log4j2.properties").replace("logger.com-hazelcast.level = ERROR", "logger.com-hazelcast.level = WARN");
        conf("tomcat/carbon/WEB-INF/web.xml")
                .replace("<session-timeout>15</session-timeout>", "<session-timeout>45</session-timeout>");
        conf("tomcat/catalina-server.xml").replaceAll("maxThreads=\"250\"", "maxThreads=\"400\"");
        TextFile.at(home.resolve("bin/wso2server.sh")).replace("-Xms256m -Xmx1024m", "-Xms256m -Xmx768m");
    }

    private TextFile conf(String file) {
        return TextFile.at(home.conf().resolve(file));
    }
}
