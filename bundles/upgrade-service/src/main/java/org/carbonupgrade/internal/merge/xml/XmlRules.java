package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.internal.merge.SiteRule;

/** Finds the rule that carries an element or an attribute from the old home. */
final class XmlRules {

    private final List<SiteRule> rules = new ArrayList<>();
    private final List<XmlPath> paths = new ArrayList<>();

    XmlRules(List<SiteRule> about) {
        for (SiteRule rule : about) {
            if (!rule.place().isEmpty()) {
                rules.add(rule);
                paths.add(XmlPath.parse(rule.place()));
            }
        }
    }

    /** Why an element is carried, or null. */
    String reasonFor(XmlElement element) {
        return reason(element, null);
    }

    /** Why an attribute is carried, or null. */
    String reasonFor(XmlElement element, String attribute) {
        return reason(element, attribute);
    }

    private String reason(XmlElement element, String attribute) {
        for (int i = 0; i < paths.size(); i++) {
            XmlPath path = paths.get(i);
            boolean sameKind = attribute == null ? path.attribute() == null : attribute.equals(path.attribute());
            if (sameKind && path.matches(element)) {
                return rules.get(i).reason();
            }
        }
        return null;
    }
}
