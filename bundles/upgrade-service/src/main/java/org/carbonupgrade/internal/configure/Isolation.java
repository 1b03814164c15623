package org.carbonupgrade.internal.configure;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** One setting that a staging node must not share with production, and what it is set to meanwhile. Immutable. */
final class Isolation {

    /** Nobody listens there: what is sent goes nowhere, and at once. */
    private static final String NOWHERE = "127.0.0.1";

    private static final String DISCARD_PORT = "9";

    private final String file;
    private final String path;
    private final UnaryOperator<String> value;
    private final String why;

    private Isolation(String file, String path, UnaryOperator<String> value, String why) {
        this.file = file;
        this.path = path;
        this.value = value;
        this.why = why;
    }

    /** All of them, for one upgrade. */
    static List<Isolation> of(String upgradeId) {
        String mark = "-staging-" + upgradeId.substring(0, 8);
        String axis2 = "repository/conf/axis2/axis2.xml";
        String adapters = "repository/conf/output-event-adapters.xml";
        String sender = "axisconfig/transportSender[@name='mailto']/parameter";
        String adapter = "outputEventAdaptersConfig/adapterConfig[@type='email']/property";
        String mail = "mail from staging would reach people";
        return Arrays.asList(
                new Isolation(
                        axis2,
                        "axisconfig/clustering[@enable='true']/parameter[@name='domain']",
                        domain -> domain.endsWith(mark) ? domain : domain + mark,
                        "in production's cluster the staging node would take its messages and caches"),
                new Isolation(
                        "repository/conf/carbon.xml",
                        "Server/DeploymentSynchronizer/Enabled",
                        enabled -> "false",
                        "the deployment synchronizer would commit staging's artifacts for all nodes"),
                new Isolation(axis2, sender + "[@name='mail.smtp.host']", host -> NOWHERE, mail),
                new Isolation(axis2, sender + "[@name='mail.smtp.port']", port -> DISCARD_PORT, mail),
                new Isolation(adapters, adapter + "[@key='mail.smtp.host']", host -> NOWHERE, mail),
                new Isolation(adapters, adapter + "[@key='mail.smtp.port']", port -> DISCARD_PORT, mail));
    }

    /** The file that has it, by its path from the home. */
    String file() {
        return file;
    }

    /** Where it stands in the file. */
    String path() {
        return path;
    }

    /** What it is set to, given what it is. */
    String value(String now) {
        return value.apply(now);
    }

    /** What it prevents. */
    String why() {
        return why;
    }
}
