package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a create script as Carbon does: a statement ends where a line ends with the delimiter. Immutable. */
public final class ScriptRunner {

    private final String delimiter;
    private final List<Integer> harmless;

    /** @param harmless codes of the server's errors that its own tool would report and go on from */
    public ScriptRunner(String delimiter, Integer... harmless) {
        this.delimiter = delimiter;
        this.harmless = Arrays.asList(harmless);
    }

    void run(Connection connection, Path script) throws SQLException {
        try {
            for (String statement : statements(new String(Files.readAllBytes(script), StandardCharsets.UTF_8))) {
                run(connection, statement);
            }
            connection.commit();
        } catch (IOException e) {
            throw new SQLException("the script cannot be read: " + e, e);
        }
    }

    /** The statements of a script, without lines that are comments. */
    public List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : script.split("\\R")) {
            String text = line.trim();
            boolean ends = text.endsWith(delimiter) || text.equalsIgnoreCase("GO");
            if (!text.startsWith("--")) {
                statement.append(line).append('\n');
            }
            if (ends && !text.startsWith("--")) {
                String whole = statement.toString().trim();
                int cut = text.endsWith(delimiter) ? delimiter.length() : 2;
                add(statements, whole.substring(0, whole.length() - cut).trim());
                statement.setLength(0);
            }
        }
        add(statements, statement.toString().trim());
        return statements;
    }

    private static void add(List<String> statements, String statement) {
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
    }

    private void run(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
        } catch (SQLException e) {
            if (!harmless.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
