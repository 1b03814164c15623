package org.carbonupgrade.dbcopy.internal.mysql;

import java.nio.file.Path;
import java.nio.file.Paths;

/** The drivers that operators have. */
enum DriverJar {
    MYSQL_5("mysql-connector-java-5.1.49.jar", "com.mysql.jdbc.Driver", "jdbc:mysql:"),
    MYSQL_8("mysql-connector-j-8.4.0.jar", "com.mysql.cj.jdbc.Driver", "jdbc:mysql:"),
    MARIADB_2("mariadb-java-client-2.7.12.jar", "org.mariadb.jdbc.Driver", "jdbc:mariadb:"),
    MARIADB_3("mariadb-java-client-3.5.3.jar", "org.mariadb.jdbc.Driver", "jdbc:mariadb:");

    private final String jar;
    private final String driver;
    private final String protocol;

    DriverJar(String jar, String driver, String protocol) {
        this.jar = jar;
        this.driver = driver;
        this.protocol = protocol;
    }

    Path path() {
        return Paths.get("target", "drivers", jar).toAbsolutePath();
    }

    String driver() {
        return driver;
    }

    /** MySQL tells passwords by a key, which is asked for where nothing else hides what is said. */
    String url(int port, String schema) {
        String key = MysqlTestServer.isMariaDb() ? "" : "allowPublicKeyRetrieval=true";
        String settings = this == MYSQL_5 ? "useSSL=false" + (key.isEmpty() ? "" : "&" + key) : key;
        return protocol + "//127.0.0.1:" + port + "/" + schema + (settings.isEmpty() ? "" : "?" + settings);
    }
}
