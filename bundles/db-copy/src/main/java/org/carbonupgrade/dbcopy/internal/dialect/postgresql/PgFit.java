package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Judges before anything is written whether a staging database can take what the old one holds. */
final class PgFit {

    private static final String UNREADABLE = "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
            + " AND c.relpersistence <> 't' AND " + PgCatalog.OURS
            + " AND NOT (has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')) ORDER BY 1";

    /** What a sequence stands at is read from the sequence. */
    private static final String UNREADABLE_SEQUENCES = UNREADABLE.replace("IN ('r', 'p')", "= 'S'");

    private PgFit() {}

    /** Names every right that is missing. */
    static void requireReadable(PgCatalog source, String name) throws SQLException {
        List<String> missing = new ArrayList<>();
        source.column(UNREADABLE).forEach(table -> missing.add("SELECT on table " + table));
        source.column(UNREADABLE_SEQUENCES).forEach(sequence -> missing.add("SELECT on sequence " + sequence));
        refuse(missing, name);
    }

    static void requireWritable(PgCatalog target, Schema schema, String name) throws SQLException {
        List<String> missing = new ArrayList<>();
        if (!"t"
                .equals(target.value("SELECT pg_catalog.has_schema_privilege("
                        + "coalesce(pg_catalog.current_schema(), 'public'), 'CREATE')"))) {
            missing.add("CREATE on schema " + target.value("SELECT coalesce(pg_catalog.current_schema(), 'public')"));
        }
        boolean schemas = schema.objects().stream().anyMatch(object -> object.kind() == Kind.SCHEMA);
        if (schemas
                && !"t"
                        .equals(target.value(
                                "SELECT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')"))) {
            missing.add("CREATE on database " + target.value("SELECT pg_catalog.current_database()"));
        }
        refuse(missing, name);
    }

    /** Only UTF-8 holds every character; an encoding that is none holds any bytes, which nobody else need understand. */
    static void requireSameCharacters(PgCatalog source, PgCatalog target, String name) throws SQLException {
        String encoding = "SELECT pg_catalog.current_setting('server_encoding')";
        String mine = source.value(encoding);
        String theirs = target.value(encoding);
        if (!mine.equals(theirs) && (!theirs.equals("UTF8") || mine.equals("SQL_ASCII"))) {
            throw new DbCopyException(
                    DbError.DB_INEXACT,
                    "The old database's encoding is " + mine + ", the staging database's " + theirs
                            + ", which need not hold the same characters.",
                    name);
        }
    }

    /** How a database sorts is decided when it is made. */
    static List<String> collation(PgCatalog source, PgCatalog target) throws SQLException {
        String collation = "SELECT datcollate || ', ' || datctype FROM pg_catalog.pg_database"
                + " WHERE datname = pg_catalog.current_database()";
        List<String> notes = new ArrayList<>();
        if (!source.value(collation).equals(target.value(collation))) {
            notes.add("collation " + source.value(collation) + " of the database: the staging database has "
                    + target.value(collation));
        }
        return notes;
    }

    private static void refuse(List<String> missing, String name) {
        if (!missing.isEmpty()) {
            throw new DbCopyException(
                    DbError.DB_RIGHTS, "The database's user lacks: " + String.join(", ", missing) + ".", name);
        }
    }
}
