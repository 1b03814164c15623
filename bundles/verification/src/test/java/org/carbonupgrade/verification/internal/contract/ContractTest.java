package org.carbonupgrade.verification.internal.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.VerificationRequest;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ContractTest {

    private static final String WHOLE =
            "{'format':1,'upgradeId':'u-1','written':'2026-11-01T10:00:00Z','later':{'a':[1]},"
                    + "'settings':{'userStores':4,'usersPerStore':5,'tenants':6,'storesPerTenant':7},"
                    + "'expected':{'tenants':[{'id':1,'domain':'zoë.example','active':false,'directory':true}],"
                    + "'userStores':[{'tenantId':-1234,'domain':'ACME.EXAMPLE','file':'repository/x/ACME_EXAMPLE.xml','n':1}],"
                    + "'dataSources':[{'name':'WSO2_CARBON_DB','jndi':'jdbc/WSO2CarbonDB','staged':true},{'name':'OTHER'}],"
                    + "'populations':[{'table':'UM_USER','tenantId':-1234,'rows':5000000000}],"
                    + "'clusterDomain':'wso2.carbon.domain'}}";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void readsAWholeContractAndLeavesOutWhatItDoesNotKnow() throws Exception {
        VerificationRequest request = read(WHOLE);

        assertEquals("u-1", request.upgradeId().get());
        assertEquals(4, request.settings().userStores());
        assertEquals(5, request.settings().usersPerStore());
        assertEquals(6, request.settings().tenants());
        assertEquals(7, request.settings().storesPerTenant());
        Expectations expected = request.expectations().get();
        assertEquals(1, expected.tenants().get(0).id());
        assertEquals("zoë.example", expected.tenants().get(0).domain());
        assertFalse(expected.tenants().get(0).isActive());
        assertTrue(expected.tenants().get(0).hasDirectory());
        assertEquals(-1234, expected.userStores().get(0).tenantId());
        assertEquals("ACME.EXAMPLE", expected.userStores().get(0).domain());
        assertEquals(
                "repository/x/ACME_EXAMPLE.xml", expected.userStores().get(0).file());
        assertEquals("jdbc/WSO2CarbonDB", expected.dataSources().get(0).jndi().get());
        assertFalse(expected.dataSources().get(1).jndi().isPresent());
        assertTrue(expected.dataSources().get(0).isStaged());
        assertFalse(expected.dataSources().get(1).isStaged());
        assertEquals("UM_USER", expected.populations().get(0).table());
        assertEquals(-1234, expected.populations().get(0).tenantId());
        assertEquals(5_000_000_000L, expected.populations().get(0).rows());
        assertEquals("wso2.carbon.domain", expected.clusterDomain().get());
    }

    @Test
    public void takesDefaultsForWhatIsNotSaid() throws Exception {
        VerificationRequest request = read("{'format':1,'upgradeId':'u','settings':{'tenants':9}}");

        assertEquals(9, request.settings().tenants());
        assertEquals(2, request.settings().userStores());
        assertFalse(request.expectations().isPresent());
        assertTrue(read("{'format':1,'upgradeId':'u','expected':{'tenants':null}}")
                .expectations()
                .get()
                .tenants()
                .isEmpty());
    }

    @Test
    public void saysWhatIsWrong() {
        assertRefused("its format is 2, this bundle reads format 1", "{'format':2,'upgradeId':'u'}");
        assertRefused("its format is 0, this bundle reads format 1", "{'upgradeId':'u'}");
        assertRefused("it lacks the upgradeId", "{'format':1}");
        assertRefused("it is empty", "");
        assertRefused(
                "of its settings, usersPerStore is 0, not within 1 and 1000",
                "{'format':1,'upgradeId':'u','settings':{'usersPerStore':0}}");
        assertRefused(
                "it lacks the directory of a tenant",
                "{'format':1,'upgradeId':'u','expected':{'tenants':[{'id':1,'domain':'a','active':true}]}}");
        assertRefused(
                "it counts the rows of UM_USER; DROP TABLE UM_USER, which is no table of users",
                "{'format':1,'upgradeId':'u','expected':{'populations':[{'table':'UM_USER; DROP TABLE UM_USER'}]}}");
        assertRefused("it lacks the entry of a list", "{'format':1,'upgradeId':'u','expected':{'dataSources':[null]}}");
    }

    @Test
    public void refusesWhatIsNoJson() throws Exception {
        assertThrows(UnreadableContract.class, () -> read("upgradeId = u"));
        assertThrows(UnreadableContract.class, () -> read(WHOLE.substring(0, 200)));
        assertThrows(UnreadableContract.class, () -> read("{'format':1,'upgradeId':'u','expected':[1]}"));
        assertThrows(
                UnreadableContract.class, () -> read("{'format':1,'upgradeId':'u','settings':{'tenants':'many'}}"));
    }

    @Test
    public void refusesWhatIsNoText() throws Exception {
        Path file = folder.newFile().toPath();
        Files.write(file, new byte[] {'{', (byte) 0xFF, (byte) 0xFE, 0, '}'});

        assertThrows(UnreadableContract.class, () -> Contract.read(file));
        assertThrows(
                UnreadableContract.class, () -> Contract.read(folder.getRoot().toPath()));
    }

    private void assertRefused(String why, String text) {
        assertEquals(
                why, assertThrows(UnreadableContract.class, () -> read(text)).getMessage());
    }

    private VerificationRequest read(String text) throws IOException {
        Path file = folder.newFile().toPath();
        Files.write(file, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return Contract.read(file);
    }
}
