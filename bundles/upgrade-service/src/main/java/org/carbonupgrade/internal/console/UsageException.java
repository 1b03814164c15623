package org.carbonupgrade.internal.console;

import java.util.Optional;

/** The words of a command make no sense; the message says why. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Command command;

    /** For words that name no command. */
    UsageException(String message) {
        this(message, null);
    }

    /** @param command the one whose options or values make no sense */
    UsageException(String message, Command command) {
        super(message);
        this.command = command;
    }

    /** The command that was meant, if that is clear: its help says what is possible. */
    Optional<Command> command() {
        return Optional.ofNullable(command);
    }
}
