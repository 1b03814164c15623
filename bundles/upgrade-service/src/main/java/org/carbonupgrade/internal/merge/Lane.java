package org.carbonupgrade.internal.merge;

/** Merges and shows files of one kind. */
public interface Lane {

    /**
     * Merges three versions of a file, none of which can be taken as it is.
     *
     * @param base the vanilla old version's file; null if it is absent or not known
     * @param old the customer's file
     * @param fresh the new version's file
     * @return the merged file; where something is in dispute, with the new version's text there
     */
    byte[] merge(byte[] base, byte[] old, byte[] fresh, MergeContext context);

    /** The file as text. */
    String text(byte[] bytes);

    /** The file as text with its secrets blotted out and every line in its place. */
    String redacted(byte[] bytes);
}
