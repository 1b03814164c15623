package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Before;
import org.junit.Test;

/** What is at work can be watched by JMX, by the platform's server, and nothing is left there afterwards. */
public class H2MonitoringTest extends H2Test {

    private static final int ROWS = 300;
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final String NAME = "org.carbonupgrade:type=DatabaseWork,database=";

    @Before
    public void fill() throws Exception {
        sql(old, "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(20))");
        sql(old, "INSERT INTO T SELECT X, 'value' FROM SYSTEM_RANGE(1, " + ROWS + ")");
    }

    @Test
    public void aCopyAndAComparisonAreSeenWhileTheyWork() {
        Date before = new Date();
        Watcher copying = new Watcher();
        copier.copy(new CopyRequest(old, staging, UPGRADE, 1), copying);
        copying.sawOnly(NAME + "\"STAGING\"");
        assertEquals("copy", copying.last.get("Verb"));
        assertEquals("STAGING", copying.last.get("Database"));
        assertEquals((long) ROWS, copying.last.get("Rows"));
        assertEquals((long) ROWS, copying.last.get("ExpectedRows"));
        assertEquals(0L, copying.last.get("SecondsLeft"));
        assertTrue((long) copying.last.get("Bytes") > ROWS * 5L);
        assertTrue((double) copying.last.get("RowsPerSecond") > 0);
        assertTrue(!((Date) copying.last.get("Started")).before(before));

        Watcher comparing = new Watcher();
        copier.compare(new CompareRequest(old, staging, 1), comparing);
        comparing.sawOnly(NAME + "\"STAGING\"");
        assertEquals("compare", comparing.last.get("Verb"));
        assertEquals((long) ROWS, comparing.last.get("Rows"));
        assertEquals("[]", registered().toString());
    }

    @Test
    public void anyNameOfADatabaseIsPossible() throws Exception {
        String odd = "a,b=\"c\"*?:\\d\ne \u00fc\ud83d\ude00";
        DatabaseSpec target = spec(odd, "new/repository/DB").build();
        Watcher watcher = new Watcher();
        copier.copy(new CopyRequest(old, target, UPGRADE, 1), watcher);
        watcher.sawOnly(NAME + ObjectName.quote(odd));
        assertEquals(
                odd, ObjectName.unquote(new ObjectName(watcher.seen.iterator().next()).getKeyProperty("database")));
        assertEquals(odd, watcher.last.get("Database"));
    }

    @Test
    public void twoAtOnceAreToldApart() throws Exception {
        DatabaseSpec other = spec("STAGING", "other/repository/DB").build();
        copier.copy(new CopyRequest(old, other, UPGRADE, 1), Progress.NONE);
        Watcher inner = new Watcher();
        DatabaseSpec snapshot =
                spec("OLD", "other/repository/DB").snapshots(path("more")).build();
        copier.copy(new CopyRequest(old, staging, UPGRADE, 1), new Progress() {
            @Override
            public void expect(long rows) {
                DatabaseSpec third = spec("STAGING", "third/repository/DB").build();
                copier.copy(new CopyRequest(snapshot, third, UPGRADE, 1), inner);
            }

            @Override
            public void moved(long rows, long bytes) {
                assertEquals(
                        "the inner one has ended",
                        "[" + NAME + "\"STAGING\"]",
                        registered().toString());
            }
        });
        inner.sawOnly(NAME + "\"STAGING\"", NAME + "\"STAGING\",number=2");
        assertEquals("[]", registered().toString());
    }

    @Test
    public void whatIsRefusedIsNotLeftThere() throws Exception {
        sql(staging, "CREATE TABLE MINE(ID INT)");
        assertThrows(DbCopyException.class, this::copy);
        assertEquals("[]", registered().toString());
    }

    private static Set<String> registered() {
        try {
            return SERVER.queryNames(new ObjectName("org.carbonupgrade:*"), null).stream()
                    .map(ObjectName::getCanonicalName)
                    .map(name -> name.replaceFirst(
                            ":(database=\".*\")(,number=\\d+)?,type=DatabaseWork", ":type=DatabaseWork,$1$2"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the server at every step. */
    private static final class Watcher implements Progress {

        private final Set<String> seen = new TreeSet<>();
        private final Map<String, Object> last = new HashMap<>();

        @Override
        public void expect(long rows) {
            look();
            assertEquals("no row has been read", -1L, last.get("SecondsLeft"));
        }

        @Override
        public void moved(long rows, long bytes) {
            look();
        }

        void sawOnly(String... names) {
            Set<String> expected = new TreeSet<>(Arrays.asList(names));
            assertEquals(expected.toString(), seen.toString());
        }

        private void look() {
            Set<String> names = registered();
            seen.addAll(names);
            try {
                ObjectName name = new ObjectName(names.iterator().next());
                String[] attributes = {
                    "Verb", "Database", "Started", "Rows", "ExpectedRows", "Bytes", "RowsPerSecond", "SecondsLeft"
                };
                for (Attribute attribute :
                        SERVER.getAttributes(name, attributes).asList()) {
                    last.put(attribute.getName(), attribute.getValue());
                }
                assertEquals(attributes.length, last.size());
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
