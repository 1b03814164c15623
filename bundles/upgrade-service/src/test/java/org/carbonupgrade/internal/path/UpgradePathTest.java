package org.carbonupgrade.internal.path;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class UpgradePathTest {

    private static final String LOG = "REG_LOG_IND_BY_REG_LOGGED_TIME -> REG_LOG_IND_BY_";
    private static final String TENANT = "REG_RESOURCE_IND_BY_TENANT_UUID -> REG_RESOURCE_IND_BY_";

    private final UpgradePath path = OldScripts.path();

    @Test
    public void knowsWhatFourFourSevenRenamed() {
        for (String type : new String[] {"h2", "mssql", "mysql", "postgresql"}) {
            assertEquals(type, Arrays.asList(LOG + "REG_LOGTIME", TENANT + "TENANT"), texts(path.renames(type)));
        }
        for (String type : new String[] {"oracle", "oracle_rac", "informix", "mysql5.7"}) {
            assertEquals(type, Arrays.asList(LOG + "REGLOG", TENANT + "TENAN"), texts(path.renames(type)));
        }
        assertEquals(Collections.emptyList(), path.renames("db2"));
    }

    @Test
    public void knowsWhatFourFourSevenAddedAndRemoved() {
        assertEquals(
                Arrays.asList(
                        "REG_LOG_IND_BY_P1 ON REG_LOG(REG_LOGGED_TIME, REG_TENANT_ID)",
                        "REG_RESOURCE_IND_3 ON REG_RESOURCE(REG_UUID)",
                        "REG_RESOURCE_IND_4 ON REG_RESOURCE(REG_TENANT_ID, REG_UUID)",
                        "REG_RESOURCE_IND_5 ON REG_RESOURCE(REG_TENANT_ID, REG_MEDIA_TYPE)"),
                texts(path.indexes("db2")));
        assertEquals(Collections.emptyList(), path.indexes("h2"));
        assertEquals("[derby, openedge]", path.removedTypes().toString());
        assertEquals(2, path.statements("mysql").size());
        assertEquals(Collections.emptyList(), path.statements("mysql5.7"));
    }

    /** What the path says of a type is what the scripts have. */
    @Test
    public void namesWhatTheNewScriptsMake() throws Exception {
        for (String type :
                new String[] {"h2", "mssql", "mysql", "mysql5.7", "postgresql", "oracle", "oracle_rac", "informix"}) {
            String script = OldScripts.newScript(type);
            String old = OldScripts.oldScript(path, type);
            for (IndexRename rename : path.renames(type)) {
                assertTrue(
                        type + " " + rename,
                        script.contains("INDEX " + rename.to() + " ")
                                || script.contains("EXISTS " + rename.to() + " "));
                assertTrue(type + " " + rename, old.contains(rename.from()) && !old.contains(rename.to() + " "));
            }
        }
        String db2 = OldScripts.newScript("db2").replaceAll("\\s+", " ");
        for (NewIndex index : path.indexes("db2")) {
            assertTrue(index.toString(), db2.contains("CREATE INDEX " + index));
            assertFalse(index.toString(), OldScripts.oldScript(path, "db2").contains(index.name()));
        }
    }

    private static List<String> texts(List<?> things) {
        return Arrays.asList(things.stream().map(String::valueOf).toArray(String[]::new));
    }
}
