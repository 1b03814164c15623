package org.carbonupgrade.verification.internal.carbon;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.files.AtomicFile;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.carbonupgrade.verification.internal.users.Passwords;
import org.wso2.carbon.user.core.jdbc.JDBCUserStoreManager;

/** The embedded H2 database of one user store of a verification: never a database that anything else uses. */
public final class StoreDatabase {

    private static final Log LOG = LogFactory.getLog(StoreDatabase.class);

    static final String DRIVER = "org.h2.Driver";

    private static final String USER = "verification";

    private final String url;
    private final String password;

    private StoreDatabase(String url, String password) {
        this.url = Objects.requireNonNull(url, "url");
        this.password = Objects.requireNonNull(password, "password");
    }

    /** The database of a user store, if it is one that was made below this directory. */
    static Optional<StoreDatabase> of(StoreFile store, Path directory) {
        String url = store.property("url");
        String password = store.property("password");
        boolean ours = url != null && password != null && url.startsWith(url(directory) + "/");
        return ours ? Optional.of(new StoreDatabase(url, password)) : Optional.empty();
    }

    /** Makes a database with Carbon's user tables in it. */
    static StoreDatabase create(Path directory, String name, UserTablesScript script) throws IOException, SQLException {
        AtomicFile.makeDirectories(directory);
        StoreDatabase database = new StoreDatabase(url(directory.resolve(name)), Passwords.random());
        database.execute(script.statements());
        return database;
    }

    String url() {
        return url;
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /**
     * Deletes the database and its files; pools that still have connections to it find them closed. One that was half made
     * when the server was killed can't be opened: its files go with their directory.
     */
    void drop() {
        try {
            execute(Arrays.asList("DROP ALL OBJECTS DELETE FILES", "SHUTDOWN"));
        } catch (SQLException e) {
            LOG.debug("can't drop a database of the verification", e);
        }
    }

    private static String url(Path database) {
        return "jdbc:h2:" + database.toString().replace('\\', '/');
    }

    private void execute(Iterable<String> statements) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", USER);
        account.setProperty("password", password);
        try (Connection connection = driver().connect(url, account);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The driver of the product, found in the way in which Carbon's own user stores find it. */
    private static Driver driver() {
        try {
            ClassLoader carbon = JDBCUserStoreManager.class.getClassLoader();
            return (Driver)
                    Class.forName(DRIVER, true, carbon).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CannotGoOn(
                    Code.VF_H2_MISSING.couldNotRun(
                            "user stores of the verification's own need H2, which the server lacks: " + Causes.of(e)),
                    e);
        }
    }
}
