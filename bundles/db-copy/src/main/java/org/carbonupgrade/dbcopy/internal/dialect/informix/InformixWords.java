package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Reading;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SessionWords;

/** What sessions of Informix are told and asked. */
final class InformixWords extends SessionWords {

    /** Double quotes are around names, not around texts. */
    @Override
    public Properties driver() {
        Properties driver = new Properties();
        driver.setProperty("DELIMIDENT", "Y");
        return driver;
    }

    @Override
    public List<String> everyone() {
        return Collections.singletonList("SET LOCK MODE TO WAIT");
    }

    @Override
    public String who() {
        return "SELECT DBINFO('dbhostname') || '/' || DBSERVERNAME || '/' || DBINFO('dbname')"
                + " FROM systables WHERE tabid = 1";
    }

    /** Two rows of the catalogue are no tables, but hold the locales of sorting and of characters. */
    @Override
    public String common() {
        return "SELECT tabname, site FROM systables WHERE tabid IN (90, 91)";
    }

    @Override
    public Reading reading(Connection source) {
        return Reading.ofWhatIsCommitted("Informix shows a session what is there at the moment, and no earlier state");
    }

    @Override
    public String size() {
        return "SELECT SUM(nrows * rowsize) FROM systables WHERE tabid >= 100 AND tabtype = 'T'";
    }

    @Override
    public List<String> makeScratch(Connection connection, String name) {
        return Collections.singletonList("CREATE DATABASE " + name.toLowerCase(Locale.ROOT) + " WITH LOG");
    }

    @Override
    public List<String> enterScratch(String name) {
        return Collections.singletonList("DATABASE " + name.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> dropScratch(Connection connection, String name) {
        return Collections.singletonList("DROP DATABASE " + name.toLowerCase(Locale.ROOT));
    }
}
