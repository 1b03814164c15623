package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.sqlserver.SqlServerDialect;
import org.junit.Test;

/** What customers add to a Carbon schema on SQL Server. */
public class SqlServerBeyondCarbonTest extends BeyondCarbonTest {

    @Test
    public void carriesWhatCarbonItselfDoesNotHave() throws Exception {
        FakeServer server = SqlServerCarbonSchemaTest.sqlServer();
        server.sql("INSERT INTO SYS.SCHEMAS VALUES ('extra', 7)");
        server.row("SYS.TABLES", "name", "t", "object_id", 1, "schema_id", 7);
        Object[][] columns = {
            {"a", 231, 80, null},
            {"b", 42, 8, 3},
            {"c", 106, 9, 2},
            {"d", 36, 16, null},
            {"e", 189, 8, null},
            {"f", 167, -1, null}
        };
        int number = 0;
        for (Object[] column : columns) {
            server.row(
                    "SYS.COLUMNS",
                    "object_id",
                    1,
                    "name",
                    column[0],
                    "column_id",
                    ++number,
                    "system_type_id",
                    column[1],
                    "user_type_id",
                    column[1],
                    "max_length",
                    column[2],
                    "precision",
                    18,
                    "scale",
                    column[3] == null ? 0 : column[3],
                    "is_nullable",
                    false,
                    "collation_name",
                    number == 1 || number == 6 ? "Latin1_General_BIN2" : null);
        }
        server.row(
                "SYS.COLUMNS",
                "object_id",
                1,
                "name",
                "g",
                "column_id",
                7,
                "system_type_id",
                56,
                "user_type_id",
                56,
                "max_length",
                4,
                "is_nullable",
                true);
        server.sql("INSERT INTO SYS.COMPUTED_COLUMNS VALUES (1, 7, '([c]*(2))', TRUE)");
        server.sql(
                "INSERT INTO SYS.INDEXES(object_id, name, index_id, type, type_desc, is_unique, filter_definition) VALUES (1, 'ix', 2, 2, 'NONCLUSTERED', TRUE, '([c]>(0))')");
        server.sql("INSERT INTO SYS.INDEX_COLUMNS VALUES (1, 2, 1, 1, TRUE, FALSE), (1, 2, 3, 0, FALSE, TRUE)");
        server.sql(
                "INSERT INTO SYS.OBJECTS(name, object_id, schema_id, parent_object_id, type, create_date) VALUES ('t', 1, 7, 0, 'U', NULL), ('tr', 5, 7, 1, 'TR', '2015-06-01 00:00:00'), ('pr', 6, 1, 0, 'P', '2015-06-01 00:00:00')");
        server.sql(
                "INSERT INTO SYS.SQL_MODULES(object_id, definition) VALUES (5, 'CREATE TRIGGER tr ON extra.t AFTER INSERT AS SELECT 1'), (6, NULL)");
        server.sql("INSERT INTO SYS.TRIGGERS VALUES (5, TRUE)");

        List<String> made = made(new SqlServerDialect(), server);

        assertEquals("CREATE SCHEMA \"extra\"", made.get(0));
        assertEquals(
                "CREATE TABLE \"extra\".\"t\" (\"a\" nvarchar(40) COLLATE Latin1_General_BIN2 NOT NULL, \"b\" datetime2(3)"
                        + " NOT NULL, \"c\" decimal(18,2) NOT NULL, \"d\" uniqueidentifier NOT NULL, \"e\" rowversion"
                        + " NOT NULL, \"f\" varchar(max) COLLATE Latin1_General_BIN2 NOT NULL, \"g\" AS ([c]*(2)) PERSISTED)",
                made.get(1));
        assertTrue(
                made.toString(),
                made.contains(
                        "CREATE UNIQUE NONCLUSTERED INDEX \"ix\" ON \"extra\".\"t\" (\"a\" DESC) INCLUDE (\"c\") WHERE ([c]>(0))"));
        assertTrue(
                made.toString(),
                made.indexOf("DISABLE TRIGGER \"extra\".\"tr\" ON \"extra\".\"t\"")
                        > made.indexOf("CREATE TRIGGER tr ON extra.t AFTER INSERT AS SELECT 1"));
        assertEquals(
                "[values of column extra.t.e: the server gives its own, procedure dbo.pr: its text is encrypted, or hidden from the user]",
                schema(new SqlServerDialect(), server).notCarried().toString());
        assertEquals(
                "SELECT \"a\", CONVERT(VARCHAR(40), \"b\", 126), \"c\", \"d\", \"f\" FROM \"extra\".\"t\"",
                rows(schema(new SqlServerDialect(), server)));
    }
}
