/**
 * What dialects share that read a server's schema from the catalogue that its vendor documents, and move rows by plain JDBC: Oracle,
 * SQL Server, DB2 and Informix. None of them was exercised against a live server.
 */
package org.carbonupgrade.dbcopy.internal.dialect.catalogue;
