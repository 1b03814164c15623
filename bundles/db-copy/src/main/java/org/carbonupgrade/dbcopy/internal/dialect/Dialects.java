package org.carbonupgrade.dbcopy.internal.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.db2.Db2Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.h2.H2Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.informix.InformixDialect;
import org.carbonupgrade.dbcopy.internal.dialect.mysql.MysqlDialect;
import org.carbonupgrade.dbcopy.internal.dialect.oracle.OracleDialect;
import org.carbonupgrade.dbcopy.internal.dialect.postgresql.PgDialect;
import org.carbonupgrade.dbcopy.internal.dialect.sqlserver.SqlServerDialect;

/** Picks the dialect of a database and refuses what there is none for. */
public final class Dialects {

    private static final List<Dialect> ALL = Arrays.asList(
            new H2Dialect(),
            new PgDialect(),
            new MysqlDialect(),
            new OracleDialect(),
            new SqlServerDialect(),
            new Db2Dialect(),
            new InformixDialect());

    private Dialects() {}

    /** The dialect that a database's URL asks for. */
    public static Dialect of(DatabaseSpec database) {
        return ALL.stream()
                .filter(dialect -> dialect.handles(database.url()))
                .findFirst()
                .orElseThrow(() -> new DbCopyException(
                        DbError.DB_UNSUPPORTED,
                        "Databases of the type " + type(database.url()) + " are not supported; supported: "
                                + ALL.stream().map(Dialect::name).collect(Collectors.joining(", ")) + ".",
                        database.name()));
    }

    /** The type as the URL names it: the word behind {@code jdbc:}, which is never secret. */
    private static String type(String url) {
        String[] parts = url.split(":", 3);
        return parts.length == 3 && parts[0].equals("jdbc") ? "\"" + parts[1] + "\"" : "of a URL that is not JDBC's";
    }
}
