package org.carbonupgrade.verification.internal.trace;

/** Told of everything before it is made. */
@FunctionalInterface
public interface Notes {

    /** For what goes away as a whole with something that is noted. */
    Notes NONE = (kind, name) -> {};

    /** Returns once the note is on disk. */
    void note(Made.Kind kind, String name);
}
