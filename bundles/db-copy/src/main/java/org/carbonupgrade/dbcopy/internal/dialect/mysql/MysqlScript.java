package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Runs a script as the command line client does: statements end with a delimiter, which a line can change. */
final class MysqlScript {

    /** A comment, something quoted, a line that sets the delimiter, or any other character. */
    private static final Pattern PART = Pattern.compile(
            "(--(?=\\s|$)[^\\n]*|#[^\\n]*|/\\*(?!!).*?\\*/)"
                    + "|('(?:[^'\\\\]++|\\\\.|'')*+'|\"(?:[^\"\\\\]++|\\\\.|\"\")*+\"|`[^`]*`)"
                    + "|(?:(?<=\\n)|^)[ \\t]*(?i:DELIMITER)[ \\t]+(\\S+)[^\\n]*|.",
            Pattern.DOTALL);

    private MysqlScript() {}

    /** With the server's own mode, in which a name is not quoted like a text. */
    static void run(Connection connection, Path script) throws SQLException {
        Jdbc.execute(connection, "SET SESSION sql_mode = @@global.sql_mode");
        try {
            String text = new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
            for (String statement : statements(text)) {
                Jdbc.execute(connection, statement);
            }
            connection.commit();
        } catch (IOException e) {
            throw new SQLException("the script cannot be read: " + e, e);
        } finally {
            MysqlSession.common(connection);
        }
    }

    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        String delimiter = ";";
        Matcher part = PART.matcher(script);
        int at = 0;
        while (at < script.length()) {
            if (script.startsWith(delimiter, at)) {
                add(statement, statements);
                at += delimiter.length();
                continue;
            }
            part.region(at, script.length()).useTransparentBounds(true).useAnchoringBounds(false);
            part.lookingAt();
            if (part.group(3) != null) {
                delimiter = part.group(3);
            } else {
                statement.append(part.group(1) == null ? part.group() : " ");
            }
            at = part.end();
        }
        add(statement, statements);
        return statements;
    }

    private static void add(StringBuilder statement, List<String> statements) {
        String text = statement.toString().trim();
        if (!text.isEmpty()) {
            statements.add(text);
        }
        statement.setLength(0);
    }
}
