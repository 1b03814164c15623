package org.carbonupgrade.internal.configure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.HomeText;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlElement;

/** Where a staging node with the old home's configuration would reach production, before anything is configured. */
public final class Outreach {

    private static final String NOBODY = "00000000";

    private Outreach() {}

    /** What configuring will set otherwise until promotion (OK), and what it can't keep from happening (WARN). */
    public static List<Finding> of(CarbonHome home) {
        List<Finding> found = new ArrayList<>();
        Map<String, byte[]> files = new HashMap<>();
        for (Isolation isolation : Isolation.of(NOBODY)) {
            byte[] content = files.computeIfAbsent(isolation.file(), file -> bytes(home, file));
            for (XmlElement element : content == null
                    ? Arrays.<XmlElement>asList()
                    : XmlDocument.parse(isolation.file(), content).findAll(isolation.path())) {
                String now = element.text().trim();
                if (!now.equals(isolation.value(now))) {
                    found.add(UpgradeError.STAGING_REACH.found(
                            Status.OK,
                            isolation.file(),
                            "The staging node is given another "
                                    + isolation.path().replaceAll(".*/", "") + " than " + now + " until promotion: "
                                    + isolation.why() + "."));
                }
            }
        }
        Set<String> more = new LinkedHashSet<>(ReachingOut.files());
        more.forEach(file -> files.computeIfAbsent(file, name -> bytes(home, name)));
        ReachingOut.report(files, found::add);
        return found;
    }

    private static byte[] bytes(CarbonHome home, String file) {
        return HomeText.bytes(home, file).orElse(null);
    }
}
