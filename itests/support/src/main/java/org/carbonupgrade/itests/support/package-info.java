/**
 * Makes, starts, watches and stops real Carbon servers: {@code OldHome.in(dir).from(pack).populated()} gives a production-like
 * home whose own server filled it, {@code CarbonServer.start(home)} a running one. Free of any test framework, so that the quick
 * start uses it too. Never part of the product.
 */
package org.carbonupgrade.itests.support;
