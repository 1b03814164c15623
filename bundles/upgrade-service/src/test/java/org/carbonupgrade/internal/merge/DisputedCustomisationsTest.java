package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Customisations of places that the new version changed as well: each is disputed, by name, while everything else is
 * carried, and each comes out as the operator decides.
 */
@RunWith(Parameterized.class)
public class DisputedCustomisationsTest {

    private static final List<Object[]> CASES = new ArrayList<>();

    static {
        add(CarbonXmlCustomisations.FILE, "BOTH_CHANGED Server/Version", hand -> hand.set("Version", "acme"));
        add(CarbonXmlCustomisations.FILE, "BOTH_CHANGED Server/HouseKeeping/Interval", hand -> hand.at("<HouseKeeping>")
                .set("Interval", "60"));
        add(
                CarbonXmlCustomisations.FILE,
                "BOTH_CHANGED Server/CryptoService/KeyResolvers/KeyResolver/@priority",
                hand -> hand.attribute("KeyResolver", "priority", "9"));
        add(
                CarbonXmlCustomisations.FILE,
                "REMOVED_BY_NEW_VERSION Server/EnableMetering",
                hand -> hand.set("EnableMetering", "true"));
        add(
                CarbonXmlCustomisations.FILE,
                "BOTH_ADDED Server/Ports/NewPort",
                hand -> hand.addAfter("Offset", "<NewPort>1</NewPort>"));
        add(
                RegistryCustomisations.REGISTRY,
                "REMOVED_BY_NEW_VERSION wso2registry/enableCache",
                hand -> hand.set("enableCache", "false"));
        add(
                RegistryCustomisations.REGISTRY,
                "BOTH_CHANGED wso2registry/staticConfiguration/versioningTags",
                hand -> hand.set("versioningTags", "maybe"));
        add(
                RegistryCustomisations.USERS,
                "REMOVED_BY_CUSTOMER UserManager/Realm/UserStoreManager",
                hand -> hand.commentOut("UserStoreManager")
                        .at("ReadOnlyLDAPUserStoreManager")
                        .uncomment("ConnectionPassword"));
        add(
                RegistryCustomisations.USERS,
                "BOTH_CHANGED UserManager/Realm/UserStoreManager/Property[@name='MaxRoleNameListLength']",
                hand -> hand.type("MaxRoleNameListLength\">100", "MaxRoleNameListLength\">999"));
        add(
                RegistryCustomisations.DATA_SOURCES,
                "BOTH_CHANGED datasources-configuration/datasources/datasource[name='WSO2_CARBON_DB']/definition/configuration/maxActive",
                hand -> hand.set("maxActive", "70"));
        add(
                TransportCustomisations.AXIS2,
                "REMOVED_BY_CUSTOMER axisconfig/clustering",
                hand -> hand.remove("clustering"));
        add(
                TransportCustomisations.CATALINA,
                "BOTH_CHANGED Server/Service[@name='Catalina']/Connector[@port='9763']/@compressionMinSize",
                hand -> hand.attribute("Connector", "compressionMinSize", "1"));
        add(
                TransportCustomisations.CATALINA,
                "REMOVED_BY_NEW_VERSION Server/Service[@name='Catalina']/Connector[@port='9443']/@acceptorThreadCount",
                hand -> hand.at("port=\"9443\"\n").type("acceptorThreadCount=\"2\"", "acceptorThreadCount=\"8\""));
        add(
                TransportCustomisations.CARBON_WEB,
                "REMOVED_BY_NEW_VERSION web-app/error-page[error-code='410']",
                hand -> hand.at("<error-code>410").set("location", "/acme.html"));
        add(
                OtherCustomisations.AUTHENTICATORS,
                "BOTH_CHANGED Authenticators/Authenticator[@name='TokenUIAuthenticator']/Priority",
                hand -> hand.set("Priority", "1"));
        add(OtherCustomisations.MAIL, "BOTH_CHANGED configuration/footer", hand -> hand.set("footer", "Acme"));
        add(
                OtherCustomisations.LOG,
                "REMOVED_BY_NEW_VERSION logger.com-hazelcast.level",
                hand -> hand.type("hazelcast.level = ERROR", "hazelcast.level = INFO"));
        add(
                OtherCustomisations.LOG,
                "BOTH_CHANGED loggers",
                hand -> hand.type("loggers = AUDIT_LOG", "loggers = acme, AUDIT_LOG"));
        add(
                OtherCustomisations.LAUNCH,
                "BOTH_CHANGED osgi.clean",
                hand -> hand.type("osgi.clean=true", "osgi.clean=never"));
    }

    private final String file;
    private final String expected;
    private final byte[] stock;
    private final byte[] old;
    private final byte[] fresh;

    public DisputedCustomisationsTest(String file, String expected, UnaryOperator<Hand> change) {
        this.file = file;
        this.expected = expected;
        this.stock = Stock.bytes(file);
        String others = Customisations.together(file, Stock.text(file));
        this.old = Stock.bytesOf(change.apply(Hand.on(others)).text());
        this.fresh = Stock.bytesOf(NewVersion.of(file));
    }

    private static void add(String file, String expected, UnaryOperator<Hand> change) {
        CASES.add(new Object[] {file, expected, change});
    }

    @Parameters(name = "{1}")
    public static List<Object[]> cases() {
        return CASES;
    }

    @Test
    public void isPutToTheOperatorWhileAllElseIsCarried() {
        MergeResult result = merge(Decisions.none());
        assertTrue(result.conflicts().toString(), result.conflicts().size() >= 1);
        List<String> places = new ArrayList<>();
        result.conflicts().forEach(conflict -> places.add(conflict.kind() + " " + conflict.path()));
        assertEquals(Arrays.asList(expected), places);
        assertTrue("nothing else was carried", result.changes().size() > 0 || file.endsWith("launch.ini"));
    }

    @Test
    public void comesOutAsTheOperatorDecides() {
        String path = expected.substring(expected.indexOf(' ') + 1);
        MergeResult theirs = merge(Decisions.none().and(path, Side.OLD));
        MergeResult ours = merge(Decisions.none().and(path, Side.NEW));
        assertTrue(theirs.isClean() && ours.isClean());
        assertTrue(theirs.unusedDecisions().isEmpty() && ours.unusedDecisions().isEmpty());
        Facts base = Facts.of(file, stock);
        assertKeeps("old", Facts.of(file, old), base, Facts.of(file, theirs.content()));
        assertKeeps("new", Facts.of(file, fresh), base, Facts.of(file, ours.content()));
    }

    private static void assertKeeps(String side, Facts said, Facts base, Facts merged) {
        for (String fact : Facts.all(said)) {
            boolean changed = said.count(fact) > base.count(fact);
            assertTrue(side + " lost " + fact, !changed || merged.count(fact) > 0);
        }
    }

    private MergeResult merge(Decisions decisions) {
        return ConfigurationMerge.merge(
                MergeInput.of(file, old, fresh).withBase(stock).withDecisions(decisions));
    }
}
