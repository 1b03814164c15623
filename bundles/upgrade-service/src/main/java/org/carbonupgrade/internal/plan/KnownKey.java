package org.carbonupgrade.internal.plan;

/** A key that a plan may have. */
public interface KnownKey {

    /** The key as the documentation writes it. */
    String key();

    /** What it says, for people. */
    String meaning();

    /** Whether its value is a password. */
    boolean secret();

    /** Whether somebody wrote this key. */
    boolean matches(String written);
}
