package org.carbonupgrade.internal.merge.xml;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.secret.SecretNames;

/**
 * Tells which elements and attributes hold a secret: by their own name, by what they are named, or by what they stand
 * in. For one pass over a tree that does not change meanwhile.
 */
final class Secrecy {

    private static final Pattern SETTING =
            Pattern.compile("param|prop|entry|attr|arg|setting|option|variable", Pattern.CASE_INSENSITIVE);

    private final Map<XmlElement, Judgement> judgements = new IdentityHashMap<>();

    /** Whether the text of an element is a secret. */
    boolean isSecret(XmlElement element) {
        Judgement judgement = judge(element);
        return judgement.byElementName || judgement.byNaming || isInSecret(element);
    }

    /** Whether the value of an attribute is one. */
    boolean isSecret(XmlElement element, XmlAttribute attribute) {
        return SecretNames.isSecret(attribute.name())
                || !Identity.isNamingAttribute(attribute.name()) && isSecret(element);
    }

    private boolean isInSecret(XmlElement element) {
        XmlElement asked = element;
        while (asked.parent() instanceof XmlElement) {
            XmlElement around = (XmlElement) asked.parent();
            Judgement judgement = judge(around);
            if (judgement.byElementName || judgement.byNaming && !judgement.identity.isNamedBy(asked)) {
                return true;
            }
            asked = around;
        }
        return false;
    }

    private Judgement judge(XmlElement element) {
        Judgement judgement = judgements.get(element);
        if (judgement == null) {
            judgement = new Judgement(element);
            judgements.put(element, judgement);
        }
        return judgement;
    }

    private static final class Judgement {

        private final boolean byElementName;
        private final boolean byNaming;
        private final Identity identity;

        Judgement(XmlElement element) {
            identity = element.identity();
            byElementName = SecretNames.isSecret(element.name());
            boolean named =
                    identity.strength() == Identity.Strength.NAME || identity.strength() == Identity.Strength.CHILD;
            byNaming = named && SecretNames.isSecret(identity.value()) && isSetting(element);
        }

        /** Whether it is a setting with a value, rather than a part of the configuration that has a name. */
        private static boolean isSetting(XmlElement element) {
            if (SETTING.matcher(element.name()).find()) {
                return true;
            }
            int children = 0;
            for (XmlElement child : element.elements()) {
                children++;
                if (!child.isLeaf()) {
                    return false;
                }
            }
            return children <= 3;
        }
    }
}
