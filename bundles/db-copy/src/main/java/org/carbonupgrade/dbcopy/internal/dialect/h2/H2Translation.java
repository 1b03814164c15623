package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/**
 * Says a schema in the words of a newer version of H2, by letting that version make it in a scratch database and tell what it has
 * made. Whatever it can't make is found out before anything is copied.
 */
final class H2Translation {

    private final OpenDatabase scratch;

    /** @param scratch an empty database of the version that the words are to be of */
    H2Translation(OpenDatabase scratch) {
        this.scratch = scratch;
    }

    /**
     * The schema as the scratch database's version writes it.
     *
     * @throws DbCopyException if that version is older, or can't make something
     */
    Schema of(Schema schema, String sourceVersion) {
        return Jdbc.call("read the version", scratch.name(), () -> {
            try (Connection connection = scratch.connect()) {
                String version = connection.getMetaData().getDatabaseProductVersion();
                if (version.equals(sourceVersion)) {
                    return schema;
                }
                if (number(version) < number(sourceVersion)) {
                    throw new DbCopyException(
                            DbError.DB_TYPES_DIFFER,
                            "The old database is H2 " + sourceVersion + ", the staging database the older H2 " + version
                                    + ".",
                            scratch.name());
                }
                for (Stage stage : Stage.values()) {
                    make(schema.objects(stage), connection, version);
                }
                return translated(schema, new H2SchemaReader(connection).read());
            }
        });
    }

    private void make(List<SchemaObject> objects, Connection connection, String version) {
        for (SchemaObject object : objects) {
            try {
                if (object.kind() != Kind.OPTION) {
                    Jdbc.execute(connection, object.definition());
                }
            } catch (SQLException e) {
                throw new DbCopyException(
                        DbError.DB_INEXACT,
                        "H2 " + version + " cannot have the old database's " + object
                                + (object.secret() ? "." : ": " + Jdbc.message(e)),
                        scratch.name());
            }
        }
    }

    /** How an engine works best is its own version's matter; and the scratch database has a user of its own. */
    private static Schema translated(Schema schema, Schema made) {
        List<SchemaObject> objects = made.objects().stream()
                .filter(object -> object.kind() != Kind.OPTION)
                .filter(object ->
                        object.kind() != Kind.USER || schema.like(object).isPresent())
                .collect(Collectors.toList());
        return new Schema(made.home(), objects, schema.tables(), schema.notCarried());
    }

    /** {@code 1.4.199 (2019-03-13)} as a number that grows with the version. */
    private static long number(String version) {
        long number = 0;
        for (String part : version.split(" ")[0].split("\\.")) {
            number = number * 10_000 + Long.parseLong(part);
        }
        return number;
    }
}
