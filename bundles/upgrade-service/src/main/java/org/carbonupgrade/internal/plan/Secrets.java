package org.carbonupgrade.internal.plan;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.UpgradeError;

/**
 * Resolves what a plan says instead of a value: <code>${env:NAME}</code>, <code>${file:PATH}</code>, and
 * <code>${prompt}</code>, which asks once on the terminal.
 */
final class Secrets {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}|\\$\\{prompt}");

    private final Path directory;
    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> prompt;
    private final Map<String, String> answers = new HashMap<>();

    /**
     * @param directory against which the names of files are resolved: the plan's own
     * @param environment gives the value of a variable, or null
     * @param prompt asks for the value of a key, or gives null where nobody can be asked
     */
    Secrets(Path directory, UnaryOperator<String> environment, UnaryOperator<String> prompt) {
        this.directory = directory;
        this.environment = environment;
        this.prompt = prompt;
    }

    /** Those of this process. */
    static Secrets ofProcess(Path directory) {
        return new Secrets(directory, System::getenv, Secrets::ask);
    }

    /** Whether this stands for a value that is elsewhere; a password may look much like it. */
    static boolean isReference(String written) {
        return REFERENCE.matcher(written).matches();
    }

    /** The value behind what a key says; what is no reference is the value itself. */
    String resolve(String key, String written) {
        Matcher reference = REFERENCE.matcher(written);
        if (!reference.matches()) {
            return written;
        }
        if (reference.group(1) == null) {
            return answers.computeIfAbsent(key, this::prompted);
        }
        return reference.group(1).equals("env") ? variable(key, reference.group(2)) : content(key, reference.group(2));
    }

    private String variable(String key, String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw UpgradeError.PLAN_SECRET.at(key, "The environment variable " + name + " is not set.");
        }
        return value;
    }

    /** The file's content without the line end that editors add. */
    private String content(String key, String name) {
        Path file = directory.resolve(name);
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replaceAll("\\R$", "");
        } catch (IOException e) {
            throw UpgradeError.PLAN_SECRET.at(key, "The file " + file + " cannot be read.", e);
        }
    }

    private String prompted(String key) {
        String answer = prompt.apply(key);
        if (answer == null) {
            throw UpgradeError.PLAN_SECRET.at(key, "There is no terminal to ask on.");
        }
        return answer;
    }

    private static String ask(String key) {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("%s: ", key);
        return answer == null ? null : new String(answer);
    }
}
