/** What is known of going from one version of Carbon to the next: a small file of data for each step between two versions. */
package org.carbonupgrade.internal.path;
