/**
 * What a populated Carbon server holds ({@link org.carbonupgrade.itests.population.Manifest}) and what an inspection found of it
 * later ({@link org.carbonupgrade.itests.population.Inspection}): the values that the bundle and the tests exchange as files.
 */
package org.carbonupgrade.itests.population;
