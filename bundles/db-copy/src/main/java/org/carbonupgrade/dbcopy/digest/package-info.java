/**
 * Digests of rows and tables that do not depend on the order of the rows.
 *
 * <p>A row is digested with MD5 over an unambiguous encoding of its values (128 bit, on every JVM, fast enough to run
 * while rows stream); a table's digest is the number of its rows and the sum of their digests modulo 2<sup>128</sup>. A sum,
 * unlike XOR, does not lose rows that stand twice, and tables without a key can hold such rows. It finds accidents; it is
 * not meant to withstand a forger.
 */
@Version("1.0.0")
package org.carbonupgrade.dbcopy.digest;

import org.osgi.annotation.versioning.Version;
