package org.carbonupgrade.verification.internal.carbon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;

/**
 * The statements of the product's own {@code dbscripts/h2.sql} that make the tables of a user store: verified is the schema
 * that this version of the product was shipped with.
 */
public final class UserTablesScript {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern USER_TABLE = Pattern.compile(
            "(?is)\\s*(CREATE\\s+TABLE\\s+(IF\\s+NOT\\s+EXISTS\\s+)?|ALTER\\s+TABLE\\s+|CREATE\\s+(UNIQUE\\s+)?INDEX\\s.*\\sON\\s+)"
                    + "UM_.*");

    private final List<String> statements;

    private UserTablesScript(List<String> statements) {
        this.statements = Collections.unmodifiableList(statements);
    }

    /**
     * Reads the script.
     *
     * @throws CannotGoOn if there is none, or it makes no user tables
     */
    public static UserTablesScript read(Path file) {
        try {
            String script = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            List<String> statements = new ArrayList<>();
            for (String statement : COMMENT.matcher(script).replaceAll("").split(";")) {
                if (USER_TABLE.matcher(statement).matches()) {
                    statements.add(statement.trim());
                }
            }
            if (statements.isEmpty()) {
                throw new CannotGoOn(Code.VF_SCRIPT_UNUSABLE.couldNotRun(file + " makes no table UM_*"));
            }
            return new UserTablesScript(statements);
        } catch (IOException e) {
            throw new CannotGoOn(Code.VF_SCRIPT_UNUSABLE.couldNotRun("can't read " + file + ": " + e.getMessage()), e);
        }
    }

    List<String> statements() {
        return statements;
    }
}
