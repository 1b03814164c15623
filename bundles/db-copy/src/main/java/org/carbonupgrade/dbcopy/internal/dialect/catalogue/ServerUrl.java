package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.Objects;
import java.util.Properties;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** What a server's URL says, apart from user and password, which are given to the driver by themselves. Immutable. */
public final class ServerUrl {

    private final String place;
    private final String connectTo;
    private final String user;
    private final String password;

    /**
     * @param place equal for two URLs that are sure to lead to the same place; holds no secret
     * @param connectTo the URL without user and password
     * @param user as the URL has it, or null
     * @param password as the URL has it, or null
     */
    public ServerUrl(String place, String connectTo, String user, String password) {
        this.place = printable(Objects.requireNonNull(place, "place"));
        this.connectTo = Objects.requireNonNull(connectTo, "connectTo");
        this.user = user;
        this.password = password;
    }

    /** The error for a URL that is of another form. */
    public static DbCopyException unreadable(DatabaseSpec database, String form) {
        return new DbCopyException(DbError.DB_URL, "The URL is not of the form " + form + ".", database.name());
    }

    public String place() {
        return place;
    }

    String connectTo() {
        return connectTo;
    }

    /** The data source's own user and password go before those of the URL. */
    Properties login(DatabaseSpec database) {
        Properties login = new Properties();
        put(login, "user", database.username() != null ? database.username() : user);
        put(login, "password", database.username() != null ? database.password() : password);
        return login;
    }

    /** Control characters would reach the marker table and people's terminals. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static void put(Properties login, String key, String value) {
        if (value != null) {
            login.setProperty(key, value);
        }
    }
}
