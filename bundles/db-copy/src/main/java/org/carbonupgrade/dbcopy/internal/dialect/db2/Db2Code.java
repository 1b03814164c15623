package org.carbonupgrade.dbcopy.internal.dialect.db2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads what is beside the tables: sequences, routines, views and triggers; names what can't be carried. */
final class Db2Code {

    private static final String SEQUENCES = "SELECT S.SEQNAME, T.TYPENAME, S.PRECISION, S.\"START\", S.INCREMENT,"
            + " S.MINVALUE, S.MAXVALUE, S.\"CYCLE\", S.\"CACHE\", S.\"ORDER\", S.NEXTCACHEFIRSTVALUE"
            + " FROM SYSCAT.SEQUENCES S JOIN SYSCAT.DATATYPES T ON T.TYPEID = S.DATATYPEID AND T.TYPESCHEMA = 'SYSIBM'"
            + " WHERE S.SEQSCHEMA = CURRENT SCHEMA AND S.SEQTYPE = 'S' ORDER BY S.SEQNAME";
    private static final String ROUTINES = "SELECT ROUTINENAME, ROUTINETYPE, TEXT FROM SYSCAT.ROUTINES"
            + " WHERE ROUTINESCHEMA = CURRENT SCHEMA AND ORIGIN IN ('Q', 'E', 'U') ORDER BY CREATE_TIME, SPECIFICNAME";
    private static final String VIEWS = "SELECT V.VIEWNAME, V.TEXT FROM SYSCAT.VIEWS V JOIN SYSCAT.TABLES T"
            + " ON T.TABSCHEMA = V.VIEWSCHEMA AND T.TABNAME = V.VIEWNAME"
            + " WHERE V.VIEWSCHEMA = CURRENT SCHEMA AND T.TYPE = 'V' ORDER BY T.CREATE_TIME, V.VIEWNAME";
    private static final String TRIGGERS = "SELECT TRIGNAME, TABNAME, TEXT FROM SYSCAT.TRIGGERS"
            + " WHERE TRIGSCHEMA = CURRENT SCHEMA ORDER BY CREATE_TIME, TRIGNAME";
    private static final String TYPES =
            "SELECT TYPENAME FROM SYSCAT.DATATYPES WHERE TYPESCHEMA = CURRENT SCHEMA ORDER BY 1";
    private static final String RIGHTS = "SELECT GRANTEE, TABNAME FROM SYSCAT.TABAUTH WHERE TABSCHEMA = CURRENT SCHEMA"
            + " AND GRANTOR <> 'SYSIBM' AND GRANTEE <> GRANTOR ORDER BY GRANTEE, TABNAME";

    private final Connection connection;
    private final Definitions definitions;
    private final String schema;

    Db2Code(Connection connection, Definitions definitions) throws SQLException {
        this.connection = connection;
        this.definitions = definitions;
        this.schema = Jdbc.column(connection, "SELECT RTRIM(CURRENT SCHEMA) FROM SYSIBM.SYSDUMMY1")
                .get(0);
    }

    /** A copy goes on with the first number that the original has not given away or set aside. */
    void sequences() throws SQLException {
        Jdbc.each(connection, SEQUENCES, row -> {
            ObjectName name = ObjectName.of(row.getString("SEQNAME"));
            String type = row.getString("TYPENAME");
            definitions.beforeRows(
                    Kind.SEQUENCE,
                    name,
                    ObjectName.NONE,
                    "CREATE SEQUENCE " + name.sql() + " AS " + type
                            + (type.equals("DECIMAL") ? "(" + row.getInt("PRECISION") + ",0) " : " ") + options(row));
            definitions.afterRows(
                    Kind.POSITION,
                    ObjectName.described("position of sequence " + name),
                    ObjectName.NONE,
                    "ALTER SEQUENCE " + name.sql() + " RESTART WITH " + row.getString("NEXTCACHEFIRSTVALUE"));
        });
    }

    static String options(ResultSet row) throws SQLException {
        int cache = row.getInt("CACHE");
        return "START WITH " + row.getString("START") + " INCREMENT BY " + row.getString("INCREMENT") + " MINVALUE "
                + row.getString("MINVALUE") + " MAXVALUE " + row.getString("MAXVALUE")
                + ("Y".equals(row.getString("CYCLE")) ? " CYCLE" : " NO CYCLE")
                + (cache < 2 ? " NO CACHE" : " CACHE " + cache)
                + ("Y".equals(row.getString("ORDER")) ? " ORDER" : " NO ORDER");
    }

    void routines() throws SQLException {
        Set<Object> seen = new HashSet<>();
        Jdbc.each(connection, ROUTINES, row -> {
            ObjectName name = ObjectName.of(row.getString(1));
            Kind kind = "P".equals(row.getString(2).trim()) ? Kind.PROCEDURE : Kind.FUNCTION;
            String text = row.getString(3);
            if (text == null || !seen.add(kind + " " + name)) {
                definitions.notCarried(kind.label() + " " + name + ": "
                        + (text == null ? "it is not written in SQL" : "there are several of that name"));
                return;
            }
            definitions.afterRows(kind, name, ObjectName.NONE, code(text));
        });
    }

    void views() throws SQLException {
        Jdbc.each(
                connection,
                VIEWS,
                row -> definitions.afterRows(
                        Kind.VIEW, ObjectName.of(row.getString(1)), ObjectName.NONE, code(row.getString(2))));
    }

    void triggers() throws SQLException {
        Jdbc.each(
                connection,
                TRIGGERS,
                row -> definitions.afterRows(
                        Kind.TRIGGER,
                        ObjectName.of(row.getString(1)),
                        ObjectName.of(row.getString(2)),
                        code(row.getString(3))));
    }

    void leftOut() throws SQLException {
        Jdbc.each(connection, TYPES, row -> definitions.notCarried("type " + row.getString(1)));
        Jdbc.each(
                connection,
                RIGHTS,
                row -> definitions.notCarried(
                        "rights of " + row.getString(1).trim() + " on table " + row.getString(2)));
    }

    private String code(String text) {
        return SqlText.unqualified(text.trim(), schema);
    }
}
