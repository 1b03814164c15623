/**
 * The upgrade of a Carbon product from one version to the next: the API of the upgrade-service bundle.
 *
 * <p>{@link org.carbonupgrade.Upgrader} is the entry point. An upgrade is a row of {@linkplain org.carbonupgrade.StepName steps}
 * that a plan file describes; each can be interrupted anywhere and run again, and each gives a
 * {@link org.carbonupgrade.StepReport} with figures, since "no errors" is not evidence.
 */
@Version("1.0.0")
package org.carbonupgrade;

import org.osgi.annotation.versioning.Version;
