/** Merges the options that a start script gives to the JVM, and leaves the rest of the script to the new version. */
package org.carbonupgrade.internal.merge.script;
