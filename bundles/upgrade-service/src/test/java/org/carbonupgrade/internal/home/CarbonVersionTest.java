package org.carbonupgrade.internal.home;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.TestHome;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CarbonVersionTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void isToldByTextFileAndPlugin() throws IOException {
        TestHome home = TestHome.make(path("a"), "4.4.6");
        assertEquals("4.4.6", home.open().version().toString());
        Files.delete(home.path().resolve("bin/wso2carbon-version.txt"));
        assertEquals("4.4.6", home.open().version().toString());
    }

    @Test
    public void isRefusedWhereTheyDisagreeOrNothingTellsIt() throws IOException {
        TestHome home = TestHome.make(path("b"), "4.4.6").file("bin/wso2carbon-version.txt", "v4.4.7");
        Refusal.expect(
                UpgradeError.VERSION_UNKNOWN,
                "{bin/wso2carbon-version.txt=4.4.7, repository/components/plugins/org.wso2.carbon.core_4.4.6.jar=4.4.6}",
                home::open);
        home.file("bin/wso2carbon-version.txt", "${carbon.version}");
        Files.delete(home.path().resolve("repository/components/plugins/org.wso2.carbon.core_4.4.6.jar"));
        Refusal.expect(UpgradeError.VERSION_UNKNOWN, "Nothing", home::open);
    }

    @Test
    public void isRefusedWhereTheListOfBundlesTellsAnother() throws IOException {
        String list = "repository/components/default/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
        TestHome home = TestHome.make(path("d"), "4.4.6")
                .file(list, "#version=1\norg.wso2.carbon.core,4.4.6,../plugins/x.jar,4,true\norg.y,9.9.9,y,4,true\n");
        assertEquals("4.4.6", home.open().version().toString());
        home.file(list, "#version=1\norg.wso2.carbon.core,4.4.7,../plugins/x.jar,4,true\n");
        Refusal.expect(UpgradeError.VERSION_UNKNOWN, "bundles.info=4.4.7", home::open);
    }

    @Test
    public void isNoNumberThatNobodyCounts() {
        assertFalse(CarbonVersion.in("99999999999.1.1").isPresent());
    }

    @Test
    public void ordersByNumbersNotByLetters() {
        assertTrue(version("4.4.10").compareTo(version("4.4.9")) > 0);
        assertTrue(version("4.10.0").compareTo(version("4.9.9")) > 0);
        assertEquals(0, version("4.4.7").compareTo(version("v4.4.7 beta")));
    }

    @Test
    public void aDirectoryThatIsNoHomeIsRefused() throws IOException {
        Path directory = folder.newFolder("c").toPath();
        Refusal.expect(UpgradeError.HOME_NOT_CARBON, "bin", () -> CarbonHome.at(directory));
        Refusal.expect(UpgradeError.HOME_NOT_CARBON, () -> CarbonHome.at(directory.resolve("none")));
    }

    private static CarbonVersion version(String text) {
        return CarbonVersion.in(text).get();
    }

    private Path path(String name) {
        return new File(folder.getRoot(), name).toPath();
    }
}
