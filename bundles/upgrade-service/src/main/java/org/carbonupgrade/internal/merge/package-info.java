/**
 * Merges configuration files three ways and edits them without losing a byte.
 *
 * <p>{@link org.carbonupgrade.internal.merge.ConfigurationMerge} is the way in. Pure values: no file is read or written
 * here, nothing of Carbon's classes or of OSGi is needed.
 */
package org.carbonupgrade.internal.merge;
