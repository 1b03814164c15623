package org.carbonupgrade.internal.merge;

/** What a merge did to one place of the new version's file. */
public enum ChangeKind {
    /** A text, an attribute or a property has the customer's value. */
    VALUE,
    /** Something that only the customer has was added. */
    ADDED,
    /** Something that the customer took out was taken out. */
    REMOVED,
    /** The customer took it out of a comment. */
    ENABLED,
    /** The customer put it into a comment. */
    DISABLED,
    /** The customer moved it among its siblings. */
    MOVED,
    /** A comment that the customer wrote or took out. */
    COMMENT,
    /** The file's encoding or document type. */
    DECLARATION,
    /** Some lines have the customer's text. */
    LINES,
    /** The whole file was taken or dropped. */
    FILE,
    /** Something of the old file that has no effect and was left behind. */
    NOT_CARRIED,
    /** A dispute that the operator decided for the new version. */
    KEPT_NEW
}
