package org.carbonupgrade.verification.internal.trace;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.isolation.TimeLimit;

/** The databases of a server: each once, however many data sources it has, and without those that don't answer. */
public final class Databases {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Database> readable;
    private final Map<String, String> unreadable;

    private Databases(List<Database> readable, Map<String, String> unreadable) {
        this.readable = Collections.unmodifiableList(readable);
        this.unreadable = Collections.unmodifiableMap(unreadable);
    }

    /** Sorts out the databases behind a server's data sources. */
    public static Databases of(List<Database> sources) throws InterruptedException {
        Set<String> seen = new HashSet<>();
        List<Database> readable = new ArrayList<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (Database source : sources) {
            try {
                if (seen.add(TimeLimit.call("verification-connect", PATIENCE, () -> identity(source)))) {
                    readable.add(source);
                }
            } catch (ExecutionException e) {
                unreadable.put(source.name(), Causes.of(e));
            } catch (TimeoutException e) {
                unreadable.put(source.name(), "it did not answer within " + PATIENCE.getSeconds() + " s");
            }
        }
        return new Databases(readable, unreadable);
    }

    /** Those that can be read. */
    public List<Database> readable() {
        return readable;
    }

    /** The names of those that can't be, with the reason. */
    public Map<String, String> unreadable() {
        return unreadable;
    }

    /** Tells databases apart; stays in memory, as a URL may hold a password. */
    private static String identity(Database source) throws SQLException {
        return source.inTransaction(connection -> connection.getMetaData().getURL() + " "
                + connection.getMetaData().getUserName() + " " + connection.getCatalog());
    }
}
