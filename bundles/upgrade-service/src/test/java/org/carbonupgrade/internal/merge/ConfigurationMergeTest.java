package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** What is settled by a file as a whole. */
public class ConfigurationMergeTest {

    private static final byte[] A = {'a', 0};
    private static final byte[] B = {'b', 0};
    private static final byte[] C = {'c', 0};

    @Test
    public void settlesFilesThatAreThereOrNotByWhoChangedThat() {
        assertSettled(A, A, A, A);
        assertSettled(B, A, B, A);
        assertSettled(B, A, A, B);
        assertSettled(B, A, B, B);
        assertSettled(null, A, null, A);
        assertSettled(null, A, A, null);
        assertSettled(null, A, null, null);
        assertSettled(A, null, A, null);
        assertSettled(A, null, null, A);
        assertSettled(A, null, A, A);
        assertSettled(null, null, null, null);
    }

    private static void assertSettled(byte[] expected, byte[] base, byte[] old, byte[] fresh) {
        MergeResult result = merge(base, old, fresh);
        assertTrue(result.isClean());
        assertArrayEquals(expected, result.content());
        assertEquals(
                result.changes().toString(),
                expected == fresh ? 0 : 1,
                result.changes().size());
    }

    @Test
    public void asksAboutAWholeFileThatBothChangedOrOneTookOut() {
        assertDisputed(Conflict.Kind.BOTH_CHANGED, A, B, C);
        assertDisputed(Conflict.Kind.BOTH_ADDED, null, B, C);
        assertDisputed(Conflict.Kind.REMOVED_BY_CUSTOMER, A, null, C);
        assertDisputed(Conflict.Kind.REMOVED_BY_NEW_VERSION, A, B, null);
    }

    private static void assertDisputed(Conflict.Kind kind, byte[] base, byte[] old, byte[] fresh) {
        MergeResult result = merge(base, old, fresh);
        assertEquals(kind, result.conflicts().get(0).kind());
        assertEquals("", result.conflicts().get(0).path());
        MergeInput input = MergeInput.of("x.bin", old, fresh).withBase(base);
        assertArrayEquals(
                old,
                ConfigurationMerge.merge(input.withDecisions(Decisions.none().and("", Side.OLD)))
                        .content());
        MergeResult decided = ConfigurationMerge.merge(input.withDecisions(Decisions.everywhere(Side.NEW)));
        assertArrayEquals(fresh, decided.content());
        assertTrue(decided.isClean());
        assertEquals(ChangeKind.KEPT_NEW, decided.changes().get(0).kind());
    }

    @Test
    public void withoutABaseKeepsWhatOnlyTheNewVersionHasAndAsksAboutWhatOnlyTheCustomerHas() {
        assertArrayEquals(
                A, ConfigurationMerge.merge(MergeInput.of("x", null, A)).content());
        MergeResult result = ConfigurationMerge.merge(MergeInput.of("x", A, null));
        assertNull(result.content());
        assertEquals(Conflict.Kind.NO_BASE, result.conflicts().get(0).kind());
        MergeResult carried = ConfigurationMerge.merge(MergeInput.of("conf/jndi/x.properties", A, null)
                .withRules(SiteRules.of(new SiteRule("**/jndi/*", "", "test"))));
        assertArrayEquals(A, carried.content());
    }

    @Test
    public void joinsFilesThatBothAddedAsFarAsTheyAgree() {
        byte[] old = Stock.bytesOf("<s><a>1</a><mine/></s>");
        byte[] fresh = Stock.bytesOf("<s><a>1</a><new/></s>");
        MergeResult result =
                ConfigurationMerge.merge(MergeInput.of("x.xml", old, fresh).withBase(null));
        assertTrue(result.isClean());
        assertArrayEquals(Stock.bytesOf("<s><a>1</a><mine/><new/></s>"), result.content());
    }

    @Test
    public void knowsAFilesKindByItsNameAndByItsBytes() {
        assertEquals(FileKind.XML, FileKind.of("repository/conf/carbon.XML", Stock.bytesOf("<a/>")));
        assertEquals(FileKind.PROPERTIES, FileKind.of("conf/etc/launch.ini", new byte[0]));
        assertEquals(FileKind.TEXT, FileKind.of("conf/etc/mime.types", new byte[0]));
        assertEquals(FileKind.SCRIPT, FileKind.of("bin/wso2server.sh", new byte[0]));
        assertEquals(FileKind.TEXT, FileKind.of("bin/own.sh", new byte[0]));
        assertEquals(FileKind.BINARY, FileKind.of("conf/x.properties", A));
        assertEquals(FileKind.XML, FileKind.of("x.xml", new byte[] {(byte) 0xFF, (byte) 0xFE, '<', 0, 'a', 0}));
    }

    @Test
    public void asksAboutAFileThatIsTextInOneVersionAndBinaryInAnother() {
        byte[] text = Stock.bytesOf("a=1\n");
        MergeResult result =
                ConfigurationMerge.merge(MergeInput.of("x.properties", text, A).withBase(B));
        assertEquals("", result.conflicts().get(0).path());
    }

    private static MergeResult merge(byte[] base, byte[] old, byte[] fresh) {
        return ConfigurationMerge.merge(
                MergeInput.of("repository/conf/x.bin", old, fresh).withBase(base));
    }
}
