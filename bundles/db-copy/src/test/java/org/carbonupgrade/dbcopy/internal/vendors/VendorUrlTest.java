package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Paths;
import java.sql.Driver;
import java.util.Collections;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.dialect.Dialects;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;
import org.junit.Test;

/** URLs as the vendors document them, and their own drivers, which are asked whether they take them. */
public class VendorUrlTest {

    @Test
    public void tellsDatabasesApartByTheirUrls() {
        assertIdentity("Oracle schema CARBON at db:1521/orcl", "jdbc:oracle:thin:@//DB/ORCL");
        assertIdentity("Oracle schema CARBON at db:1522:orcl", "jdbc:oracle:thin:other/s3cret@db:1522:ORCL");
        assertIdentity(
                "Oracle schema CARBON at db:1521/orcl", "jdbc:oracle:thin:other/\"s@3/cret\"@tcps://db:1521/orcl?x=y");
        assertIdentity(
                "Oracle schema CARBON at host db port 1521 service_name orcl",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=orcl)))");
        assertIdentity(
                "SQL Server database Carbon at db:1433",
                "jdbc:sqlserver://DB;databaseName=Carbon;password={a;b=c}}};user=x");
        assertIdentity("SQL Server database Carbon at db\\two:1434", "jdbc:sqlserver://db\\Two:1434;database=Carbon");
        assertIdentity(
                "SQL Server database Carbon at db\\two:1433",
                "jdbc:jtds:sqlserver://db/Carbon;instance=TWO;password=s3cret");
        assertIdentity("DB2 schema CARBON of database CARBON at db:50000", "jdbc:db2://db:50000/carbon");
        assertIdentity(
                "DB2 schema APP of database CARBON at db:50000",
                "jdbc:db2://DB/carbon:currentSchema=APP;password=s3cret;");
        assertIdentity(
                "Informix database carbon of server ids at db:9088",
                "jdbc:informix-sqli://db:9088/carbon:INFORMIXSERVER=ids;user=x;password=s3cret");
    }

    @Test
    public void refusesUrlsOfAnotherFormWithoutShowingThem() {
        for (String url : new String[] {
            "jdbc:oracle:thin:s3cret", "jdbc:sqlserver:s3cret", "jdbc:db2://s3cret", "jdbc:informix-sqli://s3cret"
        }) {
            DatabaseSpec spec = spec(url, null);
            DbCopyException refusal =
                    assertThrows(DbCopyException.class, () -> Dialects.of(spec).identity(spec));
            assertEquals(DbError.DB_URL, refusal.error());
            assertTrue(refusal.getMessage(), !refusal.getMessage().contains("s3cret"));
        }
    }

    @Test
    public void findsTheVendorsDriversAndTheyTakeTheUrls() throws Exception {
        assertDriver("jdbc:oracle:thin:@//db:1521/orcl", "ojdbc8-23.7.0.25.01.jar", "oracle.jdbc.OracleDriver");
        assertDriver(
                "jdbc:sqlserver://db;databaseName=carbon",
                "mssql-jdbc-12.8.1.jre8.jar",
                "com.microsoft.sqlserver.jdbc.SQLServerDriver");
        assertDriver("jdbc:jtds:sqlserver://db/carbon", "jtds-1.3.1.jar", "net.sourceforge.jtds.jdbc.Driver");
        assertDriver("jdbc:db2://db:50000/carbon:currentSchema=APP;", "jcc-11.5.9.0.jar", "com.ibm.db2.jcc.DB2Driver");
        assertDriver(
                "jdbc:informix-sqli://db:9088/carbon:INFORMIXSERVER=ids",
                "jdbc-4.50.11.jar",
                "com.informix.jdbc.IfxDriver");
    }

    @Test
    public void saysWhatCreateScriptsAreCalled() {
        String[][] names = {
            {"jdbc:h2:repository/database/X", "h2"},
            {"jdbc:postgresql://db/x", "postgresql"},
            {"jdbc:mysql://db/x", "mysql"},
            {"jdbc:mariadb://db/x", "mysql"},
            {"jdbc:oracle:thin:@//db/x", "oracle"},
            {"jdbc:sqlserver://db", "mssql"},
            {"jdbc:db2://db/x", "db2"},
            {"jdbc:informix-sqli://db:1/x", "informix"}
        };
        for (String[] name : names) {
            assertEquals(name[1], new JdbcDatabaseCopier().scriptName(spec(name[0], null)));
        }
    }

    private static void assertIdentity(String identity, String url) {
        DatabaseSpec spec = spec(url, null);
        assertEquals(identity, Dialects.of(spec).identity(spec).toString());
    }

    private static void assertDriver(String url, String jar, String driverClass) throws Exception {
        DatabaseSpec spec = spec(url, jar);
        Driver driver = Dialects.of(spec).driver(spec, new DriverLibrary());
        assertEquals(driverClass, driver.getClass().getName());
        assertTrue(url, driver.acceptsURL(url));
    }

    private static DatabaseSpec spec(String url, String jar) {
        return DatabaseSpec.named("db")
                .url(url)
                .user("carbon", "x")
                .drivers(
                        jar == null
                                ? Collections.emptyList()
                                : Collections.singletonList(
                                        Paths.get("target", "drivers", jar).toAbsolutePath()))
                .build();
    }
}
