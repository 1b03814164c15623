package org.carbonupgrade.internal.merge;

/** Whose version of a disputed place is to stand in the result. */
public enum Side {
    /** The customer's, from the old home. */
    OLD,
    /** The new version's. */
    NEW
}
