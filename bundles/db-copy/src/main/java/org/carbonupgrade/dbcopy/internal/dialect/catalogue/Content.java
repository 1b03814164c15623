package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.rows.Pace;
import org.carbonupgrade.dbcopy.internal.rows.RowScan;

/** Tells by reading all of it whether a database still holds what it held. */
final class Content {

    private final RowDigest row = new RowDigest();
    private TableDigest digest;

    private Content() {}

    static String fingerprint(Schema schema, Connection connection, ValueBinder binder) throws SQLException {
        Schema own = MarkerTable.hide(schema);
        StringBuilder content = new StringBuilder();
        own.objects().forEach(object -> content.append(object.definition()).append('\n'));
        Content reader = new Content();
        for (Table table : own.tables()) {
            content.append(table)
                    .append(' ')
                    .append(reader.read(table, connection, binder))
                    .append('\n');
        }
        return DigestUtils.md5Hex(content.toString());
    }

    private TableDigest read(Table table, Connection connection, ValueBinder binder) throws SQLException {
        digest = TableDigest.EMPTY;
        Pace pace = new Pace(ChunkLimits.DEFAULT);
        try (RowScan scan = RowScan.of(connection, table.withoutKey(), binder)) {
            while (!scan.atEnd()) {
                scan.next(pace, row::bytes, current -> add(table, current));
            }
        }
        return digest;
    }

    private void add(Table table, ResultSet current) throws SQLException {
        int index = 0;
        for (Column column : table.columns()) {
            row.value(column.reader().read(current, ++index));
        }
        digest = digest.plus(row.finish());
    }
}
