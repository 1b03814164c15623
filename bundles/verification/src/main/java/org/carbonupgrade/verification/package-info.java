/**
 * Proves that a started Carbon server works: the API of the verification bundle, free of Carbon's own types.
 *
 * <p>{@link org.carbonupgrade.verification.Verification} is the entry point, an OSGi service. A bundle that wants a say
 * registers a {@link org.carbonupgrade.verification.Check} as a service; everything else here is a value that goes into a
 * verification or comes out of it.
 */
@Version("1.0.0")
package org.carbonupgrade.verification;

import org.osgi.annotation.versioning.Version;
