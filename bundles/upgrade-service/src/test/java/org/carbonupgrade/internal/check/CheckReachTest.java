package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** Where a staging node with the old home's configuration would reach production is said before anything is changed. */
public class CheckReachTest extends CheckedHomes {

    @Test
    public void aStagingNodeThatWouldJoinTheOldCluster() throws Exception {
        String axis2 = "repository/conf/axis2/axis2.xml";
        String text = upgrade.oldHome().text(axis2);
        upgrade.oldHome()
                .file(
                        axis2,
                        text.replaceFirst(
                                "(org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent\"\\s+enable=)\"false\"",
                                "$1\"true\""));
        upgrade.oldHome()
                .replace(
                        "repository/conf/carbon.xml",
                        "<DeploymentSynchronizer>\n        <Enabled>false",
                        "<DeploymentSynchronizer>\n        <Enabled>true");
        List<String> found = upgrade.check("STAGING_REACH");
        assertEquals(found.toString(), 2, found.size());
        assertTrue(found.toString(), found.get(0).contains("than wso2.carbon.domain until promotion"));
        assertTrue(found.toString(), found.get(1).contains("Enabled than true"));
    }

    @Test
    public void mailThatWouldReachPeople() throws Exception {
        upgrade.oldHome()
                .replace(
                        "repository/conf/axis2/axis2.xml",
                        "</axisconfig>",
                        "<transportSender name=\"mailto\" class=\"x\"><parameter name=\"mail.smtp.host\">mail.example</parameter>"
                                + "</transportSender></axisconfig>")
                .file(
                        "repository/conf/output-event-adapters.xml",
                        "<outputEventAdaptersConfig><adapterConfig type=\"email\"><property key=\"mail.smtp.port\">587"
                                + "</property></adapterConfig></outputEventAdaptersConfig>");
        List<String> found = upgrade.check("STAGING_REACH");
        assertEquals(found.toString(), 2, found.size());
        assertTrue(found.toString(), found.get(0).contains(" than mail.example until promotion: mail from staging"));
        assertTrue(found.toString(), found.get(1).contains(" than 587 until promotion: mail from staging"));
    }

    @Test
    public void whatNoSettingKeepsFromHappening() throws Exception {
        upgrade.oldHome()
                .replace(
                        "repository/conf/axis2/axis2.xml",
                        "</axisconfig>",
                        "<transportReceiver name=\"jms\" class=\"x\"/></axisconfig>")
                .file("repository/conf/etc/tasks-config.xml", "<tasks-configuration/>");
        assertEquals(
                "[WARN The transport receiver jms fetches messages, on staging too., WARN Scheduled tasks run on staging"
                        + " too.]",
                upgrade.check("ISOLATION_OPEN").toString());
    }
}
