package org.carbonupgrade.internal.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.HomeText;
import org.carbonupgrade.internal.step.Workplace;

/**
 * No start script has {@code -Dsetup}: with it Carbon takes any error of its first query for "no tables yet", and runs the create
 * script, which drops tables on some databases.
 */
final class StartScripts implements Prerequisite {

    private static final String SETUP = "-Dsetup";

    private static final String[] SCRIPTS = {
        "bin/wso2server.sh", "bin/wso2server.bat", "bin/yajsw/conf/wrapper.conf", "repository/conf/wrapper.conf"
    };

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        // The old server has run with it for years, and its options are a customer's change to be carried.
        judge(workplace.oldHome(), Status.WARN, found);
        judge(workplace.newHome(), Status.FAIL, found);
    }

    private static void judge(CarbonHome home, Status status, Consumer<Finding> found) {
        for (String script : SCRIPTS) {
            Optional<String> text = HomeText.read(home, script);
            if (text.isPresent()
                    && HomeText.withoutComments(text.get(), "#", "rem ", "::", "echo ")
                            .contains(SETUP)) {
                found.accept(UpgradeError.START_WITH_SETUP.found(
                        status, home.resolve(script).toString(), "The start script has the option " + SETUP + "."));
            }
        }
    }
}
