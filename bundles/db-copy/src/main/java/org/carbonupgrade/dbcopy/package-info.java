/**
 * Copies, compares and describes databases: the API of the db-copy bundle.
 *
 * <p>{@link org.carbonupgrade.dbcopy.DatabaseCopier} is the entry point; everything else here is a value that goes into it
 * or comes out of it. The package knows JDBC and nothing of Carbon: where drivers are and what a database is called is
 * handed in by the caller.
 */
@Version("1.0.0")
package org.carbonupgrade.dbcopy;

import org.osgi.annotation.versioning.Version;
