package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.carbonupgrade.internal.StockUpgrade;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** The homes of two stock servers, with which nothing is wrong until a test sees to it. */
public abstract class CheckedHomes {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    StockUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "4.4.6", "4.4.7");
    }

    /** Makes a directory beside the homes. */
    Path directory(String name) throws IOException {
        return folder.newFolder(name).toPath();
    }

    /** Judges the prerequisites: there is one finding of the code, {@code STATUS what}. */
    void one(String code, String expected) {
        assertEquals(upgrade.output(), Collections.singletonList(expected), upgrade.check(code));
    }
}
