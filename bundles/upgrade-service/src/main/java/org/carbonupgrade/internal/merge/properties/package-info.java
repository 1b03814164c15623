/** Reads Java properties files without losing a byte and merges them by key. */
package org.carbonupgrade.internal.merge.properties;
