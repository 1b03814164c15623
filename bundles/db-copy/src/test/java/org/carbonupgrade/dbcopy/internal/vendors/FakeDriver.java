package org.carbonupgrade.dbcopy.internal.vendors;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Leads URLs to servers that are played. */
public final class FakeDriver implements Driver {

    private static final Map<String, FakeServer> SERVERS = new ConcurrentHashMap<>();

    static void lead(String url, FakeServer server) {
        SERVERS.put(url, server);
    }

    @Override
    public Connection connect(String url, Properties login) throws SQLException {
        FakeServer server = SERVERS.get(url);
        return server == null ? null : server.connect();
    }

    @Override
    public boolean acceptsURL(String url) {
        return SERVERS.containsKey(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
