package org.carbonupgrade.internal.artifacts;

/** What becomes of a file of the old home. */
enum Decision {
    /** The new home has no such file: it is copied. */
    COPY,
    /** A user store's file: copied with its database's staging database in it. */
    REWRITE,
    /** The new home has the same content. */
    EQUAL,
    /** The customer changed a default that the new version left alone: the customer's replaces it, and it is kept aside. */
    REPLACE,
    /** A default that the customer left alone: the new version's stays. */
    NEW_DEFAULT,
    /** A key store that the configuration names: the old home's goes on, since only it opens what was encrypted with it. */
    KEY_STORE,
    /** A trust store: the new version's, with the customer's certificates in it. */
    MERGE,
    /** Both have changed it, or nobody can tell: the new home's stays, and the old one's is laid aside. */
    KEEP_BOTH
}
