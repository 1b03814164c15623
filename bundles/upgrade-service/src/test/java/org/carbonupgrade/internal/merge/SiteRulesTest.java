package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.junit.Test;

/** Merging without the vanilla old version. */
public class SiteRulesTest {

    private static final String CARBON = "repository/conf/carbon.xml";

    @Test
    public void carriesWhatBelongsToTheSiteAndAsksAboutAllElse() {
        String old = Hand.on(Stock.text(CARBON))
                .set("Offset", "7")
                .uncomment("HostName>www")
                .at("<KeyStore>")
                .set("Location", "/acme.jks")
                .set("Password", "hidden")
                .top()
                .set("ItemsPerPage", "99")
                .addAfter("Package", "<Acme>1</Acme>")
                .text();
        String fresh = Hand.on(Stock.text(CARBON))
                .set("Version", "9")
                .addAfter("Package", "<!-- new --><New>1</New>")
                .text();
        MergeResult result = merge(CARBON, old, fresh);
        XmlDocument merged = XmlDocument.parse(CARBON, result.content());
        assertEquals("7", merged.find("Server/Ports/Offset").text());
        assertEquals("www.wso2.org", merged.find("Server/HostName").text());
        assertEquals(
                "/acme.jks", merged.find("Server/Security/KeyStore/Location").text());
        assertEquals("hidden", merged.find("Server/Security/KeyStore/Password").text());
        Map<String, String> disputed = result.conflicts().stream()
                .collect(Collectors.toMap(Conflict::path, c -> c.kind() + " " + c.old() + " " + c.fresh()));
        assertEquals("NO_BASE 99 15", disputed.remove("Server/ItemsPerPage"));
        assertEquals("NO_BASE ${product.version} 9", disputed.remove("Server/Version"));
        assertEquals("NO_BASE <Acme>1</Acme> null", disputed.remove("Server/Acme"));
        assertEquals("NO_BASE null <New>1</New>", disputed.remove("Server/New"));
        assertEquals("{}", disputed.toString());
        List<String> reasons = result.changes().stream()
                .filter(change -> change.kind() != ChangeKind.NOT_CARRIED)
                .map(Change::reason)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        assertEquals(
                "[belongs to the site: host name, belongs to the site: key store, belongs to the site: port]",
                reasons.toString());
    }

    @Test
    public void settlesWhatIsEqualInBoth() {
        Stock.files().forEach((file, bytes) -> {
            MergeResult result = ConfigurationMerge.merge(MergeInput.of(file, bytes, bytes.clone()));
            assertTrue(file, result.isClean() && result.changes().isEmpty());
        });
        String reformatted = Stock.text(CARBON).replace("    ", "\t");
        assertTrue(merge(CARBON, reformatted, Stock.text(CARBON)).isClean());
    }

    @Test
    public void decidesTheRestAsTheOperatorDoes() {
        String old = "<s><a>1</a><b x='1'/><mine/></s>";
        String fresh = "<s><a>2</a><b x='2' y='1'/><new/></s>";
        assertEquals(old, decided(old, fresh, Side.OLD));
        assertEquals(fresh, decided(old, fresh, Side.NEW));
    }

    private static String decided(String old, String fresh, Side side) {
        MergeResult result = ConfigurationMerge.merge(MergeInput.of("x.xml", Stock.bytesOf(old), Stock.bytesOf(fresh))
                .withDecisions(Decisions.everywhere(side)));
        assertTrue(result.isClean());
        return new String(result.content(), StandardCharsets.UTF_8);
    }

    @Test
    public void carriesKeysAndAttributesAndWholeFilesByRule() {
        SiteRules rules = SiteRules.of(
                new SiteRule("**/*.properties", "site.*", "test"),
                new SiteRule("**/*.xml", "s/c/@port", "test"),
                new SiteRule("a/**/whole.*", "", "test"));
        assertEquals(
                "site.a=1\nb=2\nsite.c=3\n",
                ruled(rules, "conf/x.properties", "site.a=1\nb=1\nsite.c=3\n", "site.a=2\nb=2\n", 1));
        assertEquals(
                "<s><c port='1' x='2'/></s>",
                ruled(rules, "conf/x.xml", "<s><c port='1' x='1'/></s>", "<s><c port='2' x='2'/></s>", 1));
        assertEquals("mine", ruled(rules, "a/b/c/whole.bin", "mine", "theirs", 0));
        assertEquals("theirs", ruled(rules, "b/whole.bin", "mine", "theirs", 1));
    }

    private static String ruled(SiteRules rules, String file, String old, String fresh, int conflicts) {
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of(file, Stock.bytesOf(old), Stock.bytesOf(fresh)).withRules(rules));
        assertEquals(
                result.conflicts().toString(), conflicts, result.conflicts().size());
        return new String(result.content(), StandardCharsets.UTF_8);
    }

    @Test
    public void doNotCountWhereTheBaseIsKnown() {
        byte[] base = Stock.bytes(CARBON);
        byte[] old =
                Stock.bytesOf(Hand.on(Stock.text(CARBON)).set("Offset", "7").text());
        byte[] fresh =
                Stock.bytesOf(Hand.on(Stock.text(CARBON)).set("Offset", "8").text());
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of(CARBON, old, fresh).withBase(base).withRules(SiteRules.carbon()));
        assertEquals(Conflict.Kind.BOTH_CHANGED, result.conflicts().get(0).kind());
    }

    /** A rule for a path that the stock files have not, and no comment has, would be dead. */
    @Test
    public void ofCarbonNameRealPlaces() {
        for (String file : new String[] {
            CARBON,
            "repository/conf/user-mgt.xml",
            "repository/conf/registry.xml",
            "repository/conf/axis2/axis2.xml",
            "repository/conf/tomcat/catalina-server.xml",
            "repository/conf/etc/jmx.xml"
        }) {
            XmlDocument document = XmlDocument.parse(file, Stock.bytes(file));
            int found = 0;
            for (SiteRule rule : SiteRules.carbon().about(file)) {
                found += document.findAll(rule.place()).isEmpty() ? 0 : 1;
                assertNotNull(rule.reason());
            }
            assertTrue(file + " " + found, found >= 3);
        }
    }

    private static MergeResult merge(String file, String old, String fresh) {
        return ConfigurationMerge.merge(
                MergeInput.of(file, Stock.bytesOf(old), Stock.bytesOf(fresh)).withRules(SiteRules.carbon()));
    }
}
