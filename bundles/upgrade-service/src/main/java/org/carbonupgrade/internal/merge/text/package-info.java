/** Compares and merges text by lines, with git's results, and shows differences as unified diffs. */
package org.carbonupgrade.internal.merge.text;
