package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads what is beside the tables: sequences, routines, views and triggers; names what can't be carried. */
final class InformixCode {

    private static final String SEQUENCES = "SELECT t.tabname, s.start_val, s.inc_val, s.min_val, s.max_val,"
            + " s.\"cycle\" AS cycles, s.\"cache\" AS cached, s.\"order\" AS ordered FROM syssequences s"
            + " JOIN systables t ON t.tabid = s.tabid WHERE t.tabid >= 100 ORDER BY t.tabname";
    private static final String ROUTINES = "SELECT p.procid, p.procname, p.owner, p.isproc, b.data FROM sysprocedures p"
            + " JOIN sysprocbody b ON b.procid = p.procid WHERE b.datakey = 'T' AND p.mode IN ('O', 'D', 'R')"
            + " AND p.owner <> 'informix' ORDER BY p.procid, b.seqno";
    private static final String VIEWS = "SELECT t.tabid, t.tabname, t.owner, v.viewtext FROM sysviews v"
            + " JOIN systables t ON t.tabid = v.tabid WHERE t.tabid >= 100 ORDER BY t.tabid, v.seqno";

    /** The head of a trigger, then what it does. */
    private static final String TRIGGERS = "SELECT g.trigid, g.trigname, g.owner, t.tabname, b.data FROM systriggers g"
            + " JOIN systables t ON t.tabid = g.tabid JOIN systrigbody b ON b.trigid = g.trigid"
            + " WHERE b.datakey IN ('D', 'A') ORDER BY g.trigid, CASE WHEN b.datakey = 'D' THEN 0 ELSE 1 END, b.seqno";

    private static final String RIGHTS = "SELECT DISTINCT a.grantee, t.tabname FROM systabauth a JOIN systables t"
            + " ON t.tabid = a.tabid WHERE t.tabid >= 100 AND a.grantee <> t.owner AND a.grantee <> 'public'"
            + " ORDER BY a.grantee, t.tabname";
    private static final int VIEW_SEGMENT = 64;
    private static final int CODE_SEGMENT = 256;

    private final Connection connection;
    private final Definitions definitions;

    InformixCode(Connection connection, Definitions definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    /** Where it stands is told by nothing but asking for the next number, which would change it. */
    void sequences() throws SQLException {
        Jdbc.each(connection, SEQUENCES, row -> {
            ObjectName name = ObjectName.of(row.getString("tabname").trim());
            definitions.beforeRows(Kind.SEQUENCE, name, ObjectName.NONE, sequence(row, name));
            definitions.notCarried("position of sequence " + name + ": the copy begins at its start");
        });
    }

    private static String sequence(ResultSet row, ObjectName name) throws SQLException {
        int cached = row.getInt("cached");
        return "CREATE SEQUENCE " + name.sql() + " START WITH " + row.getString("start_val") + " INCREMENT BY "
                + row.getString("inc_val") + " MINVALUE " + row.getString("min_val") + " MAXVALUE "
                + row.getString("max_val") + ("1".equals(row.getString("cycles").trim()) ? " CYCLE" : " NOCYCLE")
                + (cached < 2 ? " NOCACHE" : " CACHE " + cached)
                + ("1".equals(row.getString("ordered").trim()) ? " ORDER" : " NOORDER");
    }

    void routines() throws SQLException {
        Map<Integer, Piece> pieces = new LinkedHashMap<>();
        Jdbc.each(connection, ROUTINES, row -> {
            Kind kind = "t".equals(String.valueOf(row.getString("isproc")).trim()) ? Kind.PROCEDURE : Kind.FUNCTION;
            ObjectName name = ObjectName.of(row.getString("procname").trim());
            pieces.computeIfAbsent(row.getInt("procid"), id -> new Piece(kind, name, ObjectName.NONE, CODE_SEGMENT))
                    .add(row.getString("owner"), row.getString("data"));
        });
        add(pieces);
    }

    void views() throws SQLException {
        Map<Integer, Piece> pieces = new LinkedHashMap<>();
        Jdbc.each(connection, VIEWS, row -> {
            ObjectName name = ObjectName.of(row.getString("tabname").trim());
            pieces.computeIfAbsent(row.getInt("tabid"), id -> new Piece(Kind.VIEW, name, ObjectName.NONE, VIEW_SEGMENT))
                    .add(row.getString("owner"), row.getString("viewtext"));
        });
        add(pieces);
    }

    void triggers() throws SQLException {
        Map<Integer, Piece> pieces = new LinkedHashMap<>();
        Jdbc.each(connection, TRIGGERS, row -> {
            ObjectName name = ObjectName.of(row.getString("trigname").trim());
            ObjectName table = ObjectName.of(row.getString("tabname").trim());
            pieces.computeIfAbsent(row.getInt("trigid"), id -> new Piece(Kind.TRIGGER, name, table, CODE_SEGMENT))
                    .add(row.getString("owner"), row.getString("data"));
        });
        add(pieces);
    }

    void leftOut() throws SQLException {
        Jdbc.each(
                connection,
                RIGHTS,
                row -> definitions.notCarried("rights of " + row.getString(1).trim() + " on table "
                        + row.getString(2).trim()));
    }

    private void add(Map<Integer, Piece> pieces) {
        pieces.values().forEach(piece -> definitions.afterRows(piece.kind, piece.name, piece.table, piece.code()));
    }

    /** Code that is read in segments. */
    private static final class Piece {

        private final Kind kind;
        private final ObjectName name;
        private final ObjectName table;
        private final Segments segments;
        private String owner = "";

        private Piece(Kind kind, ObjectName name, ObjectName table, int segment) {
            this.kind = kind;
            this.name = name;
            this.table = table;
            this.segments = new Segments(segment);
        }

        private void add(String ownedBy, String segment) {
            owner = ownedBy.trim();
            segments.add(segment);
        }

        private String code() {
            return SqlText.unqualified(segments.text(), owner);
        }
    }
}
