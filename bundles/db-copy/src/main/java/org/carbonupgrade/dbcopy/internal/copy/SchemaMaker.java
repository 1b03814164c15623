package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/** Makes the objects of a schema in the target. Whatever is there already is not made again. */
final class SchemaMaker {

    private static final Set<Kind> SETTINGS = EnumSet.of(Kind.OPTION, Kind.SETTING, Kind.POSITION);

    private static final String DEADLOCK = "40P01|40001";
    private static final int MOST_ATTEMPTS = 10;

    private final Dialect dialect;
    private final OpenDatabase target;
    private final Schema there;
    private final Stop stop;

    /** @param there what the target holds already */
    SchemaMaker(Dialect dialect, OpenDatabase target, Schema there, Stop stop) {
        this.dialect = dialect;
        this.target = target;
        this.there = there;
        this.stop = stop;
    }

    /** Makes them one after the other. */
    void make(List<SchemaObject> objects, Connection write) throws SQLException {
        for (SchemaObject object : objects) {
            if (isToBeMade(object)) {
                stop.check(target.name());
                make(object, write);
                write.commit(); // thousands of statements in one transaction would exhaust a server's locks
            }
        }
        write.commit();
    }

    /** Makes them one after the other, through a connection of their own: others may be made meanwhile. */
    void makeApart(List<SchemaObject> objects) {
        Jdbc.run("make " + objects.get(0), target.name(), () -> {
            try (Connection own = target.connect()) {
                make(objects, own);
            }
        });
    }

    /** A setting has a value to begin with; everything else is as we made it, if it is there. */
    private boolean isToBeMade(SchemaObject object) {
        return there.like(object)
                .map(found ->
                        SETTINGS.contains(found.kind()) && !found.definition().equals(object.definition()))
                .orElse(true);
    }

    private void make(SchemaObject object, Connection write) {
        try {
            for (int attempt = 1; !made(object, write, attempt); attempt++) {
                stop.check(target.name());
            }
        } catch (SQLException e) {
            if (object.secret()) {
                // Also the database's message: it may cite the statement.
                throw new DbCopyException(DbError.DB_SQL, "Cannot make " + object + ".", target.name());
            }
            throw Jdbc.failure("make " + object, target.name(), e);
        }
    }

    /** Foreign keys made at once may wait for each other's tables; the database ends one of them. */
    private boolean made(SchemaObject object, Connection write, int attempt) throws SQLException {
        try {
            dialect.make(write, object);
            return true;
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).matches(DEADLOCK) || attempt == MOST_ATTEMPTS) {
                throw e;
            }
            write.rollback();
            return false;
        }
    }
}
