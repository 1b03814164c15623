/**
 * Reads XML without losing a byte, edits it in place, and merges it by its structure.
 *
 * <p>{@link org.carbonupgrade.internal.merge.xml.XmlDocument} is the tree, {@link
 * org.carbonupgrade.internal.merge.xml.XmlEditor} changes single places and takes them back, {@link
 * org.carbonupgrade.internal.merge.xml.XmlLane} merges three versions of a file.
 */
package org.carbonupgrade.internal.merge.xml;
