package org.carbonupgrade.dbcopy.internal.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ConnectionPoolTest {

    private final List<Fake> opened = new ArrayList<>();
    private final ConnectionPool pool = new ConnectionPool(() -> new Fake().connection);

    @Test
    public void givesAConnectionAgainWithNothingLeftOfItsLastUse() throws Exception {
        Connection first = pool.take();
        Object driversOwn = first.unwrap(Connection.class);
        first.close();
        first.close();

        assertSame(driversOwn, pool.take().unwrap(Connection.class));
        assertNotSame(driversOwn, pool.take().unwrap(Connection.class));
        assertEquals("[rollback]", opened.get(0).calls.toString());
    }

    @Test
    public void givesNoneAgainAfterOneWasLost() throws Exception {
        Connection one = pool.take();
        Connection other = pool.take();
        one.close();
        opened.get(1).lost = true;
        other.close();

        pool.take();

        assertEquals(3, opened.size());
        assertTrue(opened.get(0).calls.contains("close"));
        assertTrue(opened.get(1).calls.contains("close"));
    }

    @Test
    public void closesWhatIsIdleAtOnceAndTheOthersWhenTheyComeBack() throws Exception {
        Connection used = pool.take();
        pool.take().close();

        pool.close();

        assertTrue(opened.get(1).calls.contains("close"));
        assertEquals("[]", opened.get(0).calls.toString());
        used.close();
        assertTrue(opened.get(0).calls.contains("close"));
    }

    /** Notes what it is asked for. */
    private final class Fake {

        private final List<String> calls = new ArrayList<>();
        private boolean lost;
        private final Connection connection = (Connection) Proxy.newProxyInstance(
                Fake.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isClosed":
                            return false;
                        case "unwrap":
                            return proxy;
                        case "rollback":
                            if (lost) {
                                throw new SQLException("connection lost");
                            }
                            calls.add("rollback");
                            return null;
                        default:
                            return calls.add(method.getName()) ? null : proxy;
                    }
                });

        private Fake() {
            opened.add(this);
        }
    }
}
