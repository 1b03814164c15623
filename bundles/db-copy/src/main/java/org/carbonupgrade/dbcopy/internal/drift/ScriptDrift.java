package org.carbonupgrade.dbcopy.internal.drift;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;

/** Holds a database's schema against what a create script makes of an empty one, by letting it. */
public final class ScriptDrift {

    private ScriptDrift() {}

    public static ScriptComparison of(Dialect dialect, OpenDatabase database, OpenDatabase scratch, Path script) {
        Schema actual = MarkerTable.hide(dialect.schema(database));
        Schema expected = made(dialect, scratch, script);
        List<SchemaDrift> drifts = new ArrayList<>(TableDrift.of(expected, actual));
        drifts.addAll(IndexDrift.of(expected, actual, dialect::renameIndex));
        return new ScriptComparison(drifts, expected.tables().size(), IndexDrift.count(expected));
    }

    private static Schema made(Dialect dialect, OpenDatabase scratch, Path script) {
        if (!Files.isReadable(script)) {
            throw new DbCopyException(DbError.DB_SCRIPT, "The create script cannot be read.", script.toString());
        }
        try (Connection connection = scratch.connect()) {
            dialect.runScript(connection, script);
            return dialect.schema(connection);
        } catch (SQLException e) {
            throw new DbCopyException(
                    DbError.DB_SCRIPT,
                    "The create script fails: " + Jdbc.message(e),
                    script.toString(),
                    Jdbc.withoutStatement(e));
        }
    }
}
