package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carbonupgrade.internal.merge.Customisation;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.Home;
import org.carbonupgrade.itests.support.StockHome;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * All customisations of the corpus at once, merged by the program into a new version that changed as many places: the real server
 * starts with them and obeys both.
 */
public class CorpusIT {

    /** What the customer's own data source names. */
    private static final DataSource ACME =
            new DataSource("ACME_DB", "", "jdbc/AcmeDB", "jdbc:h2:./acme", "", "", "", true);

    private static List<Customisation> customised;
    private static Program.Answer run;
    private static CarbonServer server;
    private static Visitor visitor;

    @BeforeClass
    public static void mergeAndStart() throws Exception {
        Path oldHome = Places.fresh("corpus-old");
        Path newHome = Places.fresh("corpus-new");
        Home old = StockHome.in(oldHome).from(CarbonPack.ofTheBuild());
        customised = Corpus.customise(old);
        CorpusStores.make(old);
        old.connect(ACME).close();
        Corpus.renew(StockHome.in(newHome).from(CarbonPack.ofTheBuild()));
        run = Program.run(Plans.plain(oldHome, newHome), "run", "--until", "artifacts");
        assertEquals(run.output(), 0, run.status());
        server = CarbonServer.start(Home.at(newHome));
        visitor = new Visitor(server);
    }

    @AfterClass
    public static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    public void fortyCustomisationsAndMoreAreMergedWithoutAConflict() {
        assertTrue(customised.size() + " customisations", customised.size() >= 60);
        assertFalse(run.output(), run.output().contains("CONFIG_CONFLICT"));
    }

    @Test
    public void theCustomersAdministratorLogsInWhereTheCustomerLetsHim() throws IOException {
        assertTrue(visitor.logsIn(Corpus.ADMIN, Corpus.ADMIN_PASSWORD));
        assertFalse("with a wrong password", visitor.logsIn(Corpus.ADMIN, Corpus.ADMIN_PASSWORD + "?"));
        assertFalse("as stock servers do", visitor.logsIn("admin", "admin"));
    }

    @Test
    public void theContainerObeysTheCustomer() throws Exception {
        assertEquals(Corpus.SUITE, visitor.cipherSuite());
        assertThat(visitor.header("/carbon/", "Strict-Transport-Security"), containsString("max-age"));
        assertTrue("the appender's log", isLog("repository/logs", "acme.log"));
        assertTrue("the access log, relative to the container", isLog("lib/tomcat/logs", "acme_"));
    }

    @Test
    public void theContainerObeysTheNewVersionToo() throws IOException {
        assertThat(visitor.get("/health"), containsString("\"UP\""));
    }

    @Test
    public void theClusterIsTheCustomersAndYetNotProductions() {
        assertThat(server.log().text(), containsString("[acme.production-staging-"));
    }

    @Test
    public void nothingIsAnErrorToTheServer() {
        assertEquals(List.of(), server.log().errors());
    }

    private static boolean isLog(String directory, String prefix) throws IOException {
        try (Stream<Path> logs = Files.list(server.home().resolve(directory))) {
            return logs.anyMatch(log -> log.getFileName().toString().startsWith(prefix));
        }
    }
}
