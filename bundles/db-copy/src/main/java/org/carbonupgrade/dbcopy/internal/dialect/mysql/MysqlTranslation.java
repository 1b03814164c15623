package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/**
 * Says what an older server has made in a newer one's words: {@code utf8} is called {@code utf8mb3} there, integers have no widths,
 * and modes that meant nothing for what is run are gone.
 */
final class MysqlTranslation {

    private static final String OLD_NAME = "SHOW COLLATION LIKE 'utf8\\_bin'";
    private static final Pattern UTF8 = Pattern.compile("\\butf8(?=_|\\b)");
    private static final Pattern WIDTH = Pattern.compile("^( )(?:(tinyint)\\(1\\)(?= unsigned)"
            + "|((?:small|medium|big)?int|tinyint(?!\\(1\\)))\\(\\d+\\)|(year)\\(4\\))(?!(?: unsigned)? zerofill)");
    private static final Pattern MODES =
            Pattern.compile("(?<=[',])(?:NO_AUTO_CREATE_USER|NO_(?:FIELD|KEY|TABLE)_OPTIONS"
                    + "|DB2|MAXDB|MSSQL|MYSQL323|MYSQL40|ORACLE|POSTGRESQL)(?:,|(?='))");

    private static final Pattern RETURNS =
            Pattern.compile("(?s)^(CREATE .*?\\) RETURNS \\w+(?:\\([\\d,]+\\))? CHARSET utf8)\\b");
    private static final Pattern TRIGGER =
            Pattern.compile("\\bTRIGGER \\S+ (BEFORE|AFTER) (INSERT|UPDATE|DELETE) ON \\S+ ", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASH = Pattern.compile(" USING HASH\\b");

    private final boolean renamed;
    private final boolean mysql8;

    private MysqlTranslation(boolean renamed, boolean mysql8) {
        this.renamed = renamed;
        this.mysql8 = mysql8;
    }

    static MysqlTranslation between(Connection source, Connection target) throws SQLException {
        boolean renamed = !Jdbc.column(source, OLD_NAME).isEmpty()
                && Jdbc.column(target, OLD_NAME).isEmpty();
        return new MysqlTranslation(renamed, isMysql8(target) && !isMysql8(source));
    }

    /** What the newer server calls a collation. */
    String collation(String name) {
        return renamed ? UTF8.matcher(name).replaceFirst("utf8mb3") : name;
    }

    Schema of(Schema schema) {
        List<SchemaObject> objects =
                schema.objects().stream().map(this::translated).collect(Collectors.toList());
        return new Schema(schema.home(), objects, schema.tables(), schema.notCarried());
    }

    private SchemaObject translated(SchemaObject object) {
        boolean hash = mysql8 && object.kind() == Kind.INDEX && object.stage() == Stage.LAST;
        return new SchemaObject(
                object.kind(),
                object.name(),
                object.table(),
                hash ? tree(object) : translated(object.kind(), object, object.definition()),
                hash
                        ? HASH.matcher(object.meaning()).replaceAll("")
                        : translated(object.kind(), object, object.meaning()),
                hash ? Stage.KEYS : object.stage());
    }

    /** An index that was to be a hash has never been one, other than in tables in memory; newer servers no longer say so. */
    private static String tree(SchemaObject index) {
        String made = index.meaning()
                .replaceFirst(
                        "KEY ",
                        Matcher.quoteReplacement("KEY " + Sql.quote(index.name().last(), '"')));
        return Sql.outsideQuotes(made, part -> HASH.matcher(part).replaceAll(""));
    }

    private String translated(Kind kind, SchemaObject object, String sql) {
        switch (kind) {
            case TABLE:
                return Sql.outsideQuotes(
                        sql, part -> charset(mysql8 ? WIDTH.matcher(part).replaceFirst("$1$2$3$4") : part));
            case SETTING:
                return charset(sql);
            case FUNCTION:
            case TRIGGER:
            case PROCEDURE:
            case EVENT:
            case VIEW:
                return MysqlContext.translated(sql, this::context, statement -> program(object, statement));
            default:
                return sql;
        }
    }

    private String program(SchemaObject object, String statement) {
        String renamedType = renamed ? RETURNS.matcher(statement).replaceFirst("$1mb3") : statement;
        if (!mysql8 || object.kind() != Kind.TRIGGER) {
            return renamedType;
        }
        String header = "TRIGGER " + Sql.quote(object.name().last(), '`') + " $1 $2 ON "
                + Sql.quote(object.table().last(), '`') + " ";
        return TRIGGER.matcher(renamedType).replaceFirst(header);
    }

    private String context(String variables) {
        return charset(mysql8 ? MODES.matcher(variables).replaceAll("").replace(",'", "'") : variables);
    }

    private String charset(String sql) {
        return renamed ? UTF8.matcher(sql).replaceAll("utf8mb3") : sql;
    }

    /** The first that left the widths out was 8.0.19; 8.0 before that is left alone, as its words are of either kind. */
    private static boolean isMysql8(Connection server) throws SQLException {
        return !MysqlHash.isOfMariaDb(server)
                && !Jdbc.first(server, "SELECT VERSION()").matches("5\\..*|8\\.0\\.(?:\\d|1[0-8])\\b.*");
    }
}
