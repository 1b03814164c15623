/** Keeps passwords out of whatever people read: which names mean a secret, and texts with the secrets blotted out. */
package org.carbonupgrade.internal.merge.secret;
