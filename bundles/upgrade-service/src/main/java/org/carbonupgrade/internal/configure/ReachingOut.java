package org.carbonupgrade.internal.configure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Names what a staging node would do as production does and no setting can keep it from: the operator has to judge. */
final class ReachingOut {

    private static final String AXIS2 = ConfigurationFiles.CONF + "/axis2/axis2.xml";
    private static final String TASKS = ConfigurationFiles.CONF + "/etc/tasks-config.xml";

    /** These wait to be called; all others fetch messages from somewhere. */
    private static final Set<String> PASSIVE = new HashSet<>(Arrays.asList("http", "https", "local", "passthru"));

    private ReachingOut() {}

    /** The files that tell, by their paths from the home. */
    static List<String> files() {
        return Arrays.asList(AXIS2, TASKS);
    }

    static void report(Map<String, byte[]> files, Consumer<Finding> found) {
        if (files.get(AXIS2) != null) {
            for (XmlElement receiver :
                    XmlDocument.parse(AXIS2, files.get(AXIS2)).findAll("axisconfig/transportReceiver")) {
                String name = receiver.attribute("name");
                if (!PASSIVE.contains(name)) {
                    found.accept(UpgradeError.ISOLATION_OPEN.found(
                            Status.WARN,
                            AXIS2,
                            "The transport receiver " + name + " fetches messages, on staging too."));
                }
            }
        }
        if (files.get(TASKS) != null) {
            found.accept(UpgradeError.ISOLATION_OPEN.found(Status.WARN, TASKS, "Scheduled tasks run on staging too."));
        }
    }
}
