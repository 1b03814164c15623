/** Merges lists whose entries are recognised by what they are called rather than by where they stand. */
package org.carbonupgrade.internal.merge.list;
