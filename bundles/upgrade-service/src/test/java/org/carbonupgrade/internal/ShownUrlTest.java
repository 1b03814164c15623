package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The forms of URLs that the vendors document, with secrets wherever they may stand. */
public class ShownUrlTest {

    private static final String[][] SECRETS = {
        {"jdbc:db2://host:50000/db", "jdbc:db2://host:50000/db:user=sesame;password=sesame;"},
        {"jdbc:db2://host:50000/db", "jdbc:db2://host:50000/db:password=sesame;currentSchema=X;"},
        {"jdbc:db2:alias", "jdbc:db2:alias:password=sesame;"},
        {
            "jdbc:informix-sqli://host:9088/db",
            "jdbc:informix-sqli://host:9088/db:INFORMIXSERVER=ids;user=sesame;password=sesame"
        },
        {"jdbc:informix-sqli:/db", "jdbc:informix-sqli:/db:user=sesame;password=sesame"},
        {"jdbc:oracle:thin:(hidden)@host:1521:x", "jdbc:oracle:thin:sesame/sesame@host:1521:x"},
        {"jdbc:oracle:thin:(hidden)@//host/x", "jdbc:oracle:thin:sesame/se?s;sesame@//host/x"},
        {"jdbc:oracle:thin:(hidden)@host:1521:x", "jdbc:oracle:thin:sesame/\"a@sesame\"@host:1521:x"},
        {"jdbc:oracle:oci8:(hidden)@alias", "jdbc:oracle:oci8:sesame/sesame@alias"},
        {"jdbc:oracle:thin:(hidden)", "jdbc:oracle:thin:sesame/sesame"},
        {
            "jdbc:oracle:thin:(hidden)@(DESCRIPTION=(HOST=h)(WALLET_PASSWORD=(hidden)))",
            "jdbc:oracle:thin:sesame/sesame@(DESCRIPTION=(HOST=h)(WALLET_PASSWORD=sesame))"
        },
        {"jdbc:sqlserver://host:1433", "jdbc:sqlserver://host:1433;databaseName=db;user=sesame;password=sesame"},
        {"jdbc:sqlserver://host\\one", "jdbc:sqlserver://host\\one;password={se;sesame}}};databaseName=db"},
        {"jdbc:jtds:sqlserver://host/db", "jdbc:jtds:sqlserver://host/db;password=sesame"},
        {"jdbc:mysql://(hidden)@host/db", "jdbc:mysql://sesame:sesame@host/db?x=y"},
        {"jdbc:mysql://(hidden)", "jdbc:mysql://sesame:sesame;x@host/db"},
        {"jdbc:postgresql://host:1/db", "jdbc:postgresql://host:1/db?user=a@b&password=c@sesame"},
    };

    @Test
    public void showsNoSecretWhereverItStands() {
        for (String[] url : SECRETS) {
            assertEquals(url[0], ShownUrl.of(url[1]));
            assertFalse(ShownUrl.of(url[1]), ShownUrl.of(url[1]).contains("sesame"));
            assertTrue(url[1], ShownUrl.holdsSecret(url[1]));
        }
    }

    @Test
    public void leavesUrlsAloneThatHoldNone() {
        for (String url : new String[] {
            "jdbc:oracle:thin:@host:1521:x",
            "jdbc:oracle:thin:@//host:1521/x",
            "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1521))(CONNECT_DATA=(SID=x)))",
            "jdbc:db2://host:50000/db",
            "jdbc:informix-sqli://host:9088/db",
            "jdbc:sqlserver://host\\one:1433",
            "jdbc:mysql://one:3306,two:3307/db",
            "jdbc:mysql://[::1]:3306/db",
            "jdbc:h2:/opt/a@b/db",
            "jdbc:h2:repository/database/X"
        }) {
            assertEquals(url, ShownUrl.of(url));
            assertFalse(url, ShownUrl.holdsSecret(url));
        }
    }
}
