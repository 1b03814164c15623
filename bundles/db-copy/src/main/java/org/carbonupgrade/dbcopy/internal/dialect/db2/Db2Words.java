package org.carbonupgrade.dbcopy.internal.dialect.db2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Reading;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SessionWords;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** What sessions of DB2 are told and asked. */
final class Db2Words extends SessionWords {

    @Override
    public List<String> everyone() {
        return Collections.emptyList();
    }

    /** XML keeps its blanks. */
    @Override
    public List<String> writer() {
        return Collections.singletonList("SET CURRENT IMPLICIT XMLPARSE OPTION = 'PRESERVE WHITESPACE'");
    }

    /** The moment at which a database was made is that of its own tables. */
    @Override
    public String who() {
        return "SELECT RTRIM(CURRENT SERVER) || '/' || RTRIM(CURRENT SCHEMA) || '/' || VARCHAR(MIN(CREATE_TIME))"
                + " FROM SYSCAT.TABLES WHERE TABSCHEMA = 'SYSIBM'";
    }

    @Override
    public String common() {
        return "SELECT 'code page', VARCHAR(CODEPAGE) FROM SYSCAT.DATATYPES WHERE TYPESCHEMA = 'SYSIBM'"
                + " AND TYPENAME = 'VARCHAR' UNION ALL SELECT 'collation', COLLATIONNAME FROM SYSCAT.DATATYPES"
                + " WHERE TYPESCHEMA = 'SYSIBM' AND TYPENAME = 'VARCHAR'";
    }

    @Override
    public Reading reading(Connection source) {
        return Reading.ofWhatIsCommitted("DB2 shows a session what is there at the moment, and no earlier state");
    }

    @Override
    public String size() {
        return "SELECT SUM(DATA_OBJECT_P_SIZE + INDEX_OBJECT_P_SIZE + LOB_OBJECT_P_SIZE + LONG_OBJECT_P_SIZE) * 1024"
                + " FROM SYSIBMADM.ADMINTABINFO WHERE TABSCHEMA = CURRENT SCHEMA";
    }

    /** A schema is made with the first table in it, by anybody unless the right was taken away. */
    @Override
    public List<String> makeScratch(Connection connection, String name) {
        return Collections.emptyList();
    }

    @Override
    public List<String> enterScratch(String name) {
        return Collections.singletonList("SET CURRENT SCHEMA = " + ObjectName.quote(name));
    }

    @Override
    public List<String> dropScratch(Connection connection, String name) throws SQLException {
        String schema = ObjectName.quote(name);
        List<String> drops = new ArrayList<>();
        Jdbc.each(
                connection,
                "SELECT TABNAME, TYPE FROM SYSCAT.TABLES WHERE TABSCHEMA = '" + name + "' ORDER BY TYPE DESC",
                row -> drops.add("DROP " + (row.getString(2).trim().equals("V") ? "VIEW " : "TABLE ") + schema + "."
                        + ObjectName.quote(row.getString(1))));
        Jdbc.each(
                connection,
                "SELECT SEQNAME FROM SYSCAT.SEQUENCES WHERE SEQTYPE = 'S' AND SEQSCHEMA = '" + name + "'",
                row -> drops.add("DROP SEQUENCE " + schema + "." + ObjectName.quote(row.getString(1))));
        if (!drops.isEmpty()) {
            drops.add("DROP SCHEMA " + schema + " RESTRICT");
        }
        return drops;
    }
}
