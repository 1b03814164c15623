/** What the servers of databases are asked before an upgrade: who is connected, how they keep data, what a user may do. */
package org.carbonupgrade.internal.check.server;
