package org.carbonupgrade.internal.merge.script;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import org.carbonupgrade.internal.configure.VanillaHome;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;
import org.junit.Before;
import org.junit.Test;

public class ScriptLaneTest {

    private static final String FILE = "bin/wso2server.sh";
    private static final String BATCH = "bin/wso2server.bat";
    private static final String ENCODING = "    -Dfile.encoding=UTF8 \\\n";

    private String vanilla;
    private String fresh;

    @Before
    public void readTheStockScript() {
        try (VanillaHome stock = VanillaHome.open(Paths.get("target/stock/wso2carbon-core.zip"))) {
            vanilla = new String(stock.read(FILE).get(), StandardCharsets.ISO_8859_1);
        }
        fresh = replaced(
                replaced(vanilla, "-DworkerNode=false", "-DworkerNode=false \\\n    -Dnew.option=1"), "0107", "0108");
    }

    @Test
    public void carriesOptionsThatTheCustomerChangedAddedAndTookOut() {
        String old = replaced(vanilla, "-Xms256m -Xmx1024m\"", "-Xms2g -Xmx4g -XX:+UseG1GC\"");
        old = replaced(old, ENCODING, "");
        old = replaced(old, "    org.wso2.carbon.bootstrap", "    -Dmine=\"a b\" \\\n    org.wso2.carbon.bootstrap");
        old = replaced(
                old, "-Dorg.terracotta.quartz.skipUpdateCheck=true", "-Dorg.terracotta.quartz.skipUpdateCheck=false");

        String expected = replaced(fresh, "-Xms256m -Xmx1024m\"", "-Xms2g -Xmx4g -XX:+UseG1GC\"");
        expected = replaced(expected, ENCODING, "");
        expected = replaced(
                expected, "    org.wso2.carbon.bootstrap", "    -Dmine=\"a b\" \\\n    org.wso2.carbon.bootstrap");
        expected = replaced(
                expected,
                "-Dorg.terracotta.quartz.skipUpdateCheck=true",
                "-Dorg.terracotta.quartz.skipUpdateCheck=false");
        MergeResult result = merge(old);
        assertTrue(result.conflicts().toString(), result.isClean());
        assertEquals(expected, text(result));
        assertEquals(result.changes().toString(), 6, result.changes().size());
        assertEquals("once", expected, text(merge(text(result))));
    }

    @Test
    public void namesWhatItLeavesBehind() {
        String old = replaced(vanilla, "#ulimit -n 100000", "ulimit -n 100000\nexport DB_PASSWORD=s3cret");
        MergeResult result = merge(old);
        assertEquals(fresh, text(result));
        assertEquals(2, result.changes().size());
        assertEquals(ChangeKind.NOT_CARRIED, result.changes().get(0).kind());
        assertTrue(result.changes().get(0).description().contains("ulimit -n 100000"));
        assertFalse(result.changes().toString(), result.changes().toString().contains("s3cret"));
    }

    @Test
    public void asksAboutWhatBothChangedAndAboutAllWhereTheBaseIsNotKnown() {
        String old = replaced(vanilla, "-Xmx1024m", "-Xmx4g");
        String news = replaced(fresh, "-Xmx1024m", "-Xmx2g");
        MergeInput input = MergeInput.of(FILE, bytes(old), bytes(news));
        MergeResult both = ConfigurationMerge.merge(input.withBase(bytes(vanilla)));
        assertEquals("JVM_MEM_OPTS/-Xmx", both.conflicts().get(0).path());
        assertEquals("-Xmx4g", both.conflicts().get(0).old());
        assertEquals("-Xmx2g", both.conflicts().get(0).fresh());
        assertEquals(1, ConfigurationMerge.merge(input).conflicts().size());
        Decisions mine = Decisions.none().and("JVM_MEM_OPTS/-Xmx", Side.OLD);
        assertEquals(replaced(fresh, "-Xmx1024m", "-Xmx4g"), text(ConfigurationMerge.merge(input.withDecisions(mine))));
    }

    @Test
    public void carriesAnOptionOfAVariableThatTheNewScriptLacks() {
        String base = "JAVA_OPTS=\"-Da=1\"\n$JAVACMD \\\n  $JAVA_OPTS \\\n  Bootstrap\n";
        String old = "JAVA_OPTS=\"-Da=1 -Db=2\"\n$JAVACMD \\\n  $JAVA_OPTS \\\n  Bootstrap\n";
        String news = "$JAVACMD \\\n  Bootstrap\n";
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of(FILE, bytes(old), bytes(news)).withBase(bytes(base)));
        assertEquals("$JAVACMD \\\n  -Db=2 \\\n  Bootstrap\n", text(result));
    }

    /** The stock script sets JAVA_OPTS itself, but only where it is to be debugged. */
    @Test
    public void anOptionInALineOfTheCustomersOwnIsForEveryStart() {
        String old = replaced(vanilla, "#ulimit -n 100000", "JAVA_OPTS=\"$JAVA_OPTS -Dmine=1\"");
        assertEquals(
                replaced(fresh, "    org.wso2.carbon.bootstrap", "    -Dmine=1 \\\n    org.wso2.carbon.bootstrap"),
                text(merge(old)));
    }

    @Test
    public void mergesBatchFilesToo() {
        String batch;
        try (VanillaHome stock = VanillaHome.open(Paths.get("target/stock/wso2carbon-core.zip"))) {
            batch = new String(stock.read(BATCH).get(), StandardCharsets.ISO_8859_1);
        }
        String news = replaced(
                replaced(batch, "-DworkerNode=false", "-DworkerNode=false -Dnew.option=1"), "GTR 110", "GTR 170");
        String old = replaced(batch, "-Xms256m -Xmx1024m", "-Xms2g -Xmx4g");
        old = replaced(old, " -Dfile.encoding=UTF8", "");
        old = replaced(old, "resources\\conf\"", "resources\\conf\" -Dmine=\"a b\"");
        old = replaced(
                old,
                "rem ----- update classpath",
                "set PATH=C:\\tools;%PATH%\r\nREM our own tools\r\nrem ----- update classpath");

        String expected = replaced(news, "-Xms256m -Xmx1024m", "-Xms2g -Xmx4g");
        expected = replaced(expected, " -Dfile.encoding=UTF8", " ");
        expected = replaced(expected, "resources\\conf\"", "resources\\conf\" -Dmine=\"a b\"");
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of(BATCH, bytes(old), bytes(news)).withBase(bytes(batch)));
        assertTrue(result.conflicts().toString(), result.isClean());
        assertEquals(expected, text(result));
        assertEquals(result.changes().toString(), 5, result.changes().size());
        assertTrue(result.changes().toString(), result.changes().toString().contains("C:\\tools"));
        assertEquals(
                "once",
                expected,
                text(ConfigurationMerge.merge(
                        MergeInput.of(BATCH, bytes(old), result.content()).withBase(bytes(batch)))));
        String both = replaced(news, "-Xmx1024m", "-Xmx2g");
        assertEquals(
                "CMD_LINE_ARGS/-Xmx",
                ConfigurationMerge.merge(
                                MergeInput.of(BATCH, bytes(old), bytes(both)).withBase(bytes(batch)))
                        .conflicts()
                        .get(0)
                        .path());
    }

    @Test
    public void mergesAScriptThatStartsInAnotherWayAsText() {
        String base = "one\n\ntwo\n\nthree\n";
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of(FILE, bytes("ONE\n\ntwo\n\nthree\n"), bytes("one\n\ntwo\n\nTHREE\n"))
                        .withBase(bytes(base)));
        assertEquals("ONE\n\ntwo\n\nTHREE\n", text(result));
    }

    private MergeResult merge(String old) {
        return ConfigurationMerge.merge(
                MergeInput.of(FILE, bytes(old), bytes(fresh)).withBase(bytes(vanilla)));
    }

    private static String replaced(String text, String from, String to) {
        assertTrue(from, text.contains(from));
        return text.replace(from, to);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(MergeResult result) {
        return new String(result.content(), StandardCharsets.ISO_8859_1);
    }
}
