package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ReadOnlyTest {

    private final List<String> calls = new ArrayList<>();
    private final Connection guarded = ReadOnly.guard(recorded(Connection.class));

    @Test
    public void handsOnNothingButQueries() throws SQLException {
        guarded.createStatement().executeQuery("SELECT 1");
        guarded.prepareStatement(" select 2");
        for (String statement : new String[] {"DELETE FROM T", "SET IDENTITY_INSERT T ON", "selectall", "{call x}"}) {
            assertThrows(statement, SQLException.class, () -> guarded.createStatement()
                    .execute(statement));
            assertThrows(statement, SQLException.class, () -> guarded.prepareStatement(statement));
            assertThrows(statement, SQLException.class, () -> guarded.prepareCall(statement));
            assertThrows(statement, SQLException.class, () -> guarded.createStatement()
                    .addBatch(statement));
        }

        calls.removeIf(call -> call.equals("createStatement"));
        assertEquals("[executeQuery SELECT 1, prepareStatement  select 2]", calls.toString());
    }

    @Test
    public void endsItsTransactionWithoutAChange() throws SQLException {
        guarded.close();

        assertEquals("[isClosed, rollback, close]", calls.toString());
    }

    private <T> T recorded(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                ReadOnlyTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    if (method.getReturnType() == Statement.class) {
                        return recorded(Statement.class);
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                }));
    }
}
