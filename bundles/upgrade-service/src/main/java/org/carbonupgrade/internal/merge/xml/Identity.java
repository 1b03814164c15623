package org.carbonupgrade.internal.merge.xml;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carbonupgrade.internal.merge.secret.SecretNames;

/**
 * What tells an element from its siblings of the same name: an attribute or a child element that names it, as Carbon's
 * own files and those of Tomcat and Axis2 use them.
 */
final class Identity {

    private static final List<String> NAMING_ATTRIBUTES = Arrays.asList("name", "id", "key", "path", "ref");
    private static final List<String> NAMING_CHILDREN = Arrays.asList("name", "id", "key");
    private static final Set<String> NAMING_CHILDREN_OF_CARBON = new HashSet<>(Arrays.asList(
            "Item",
            "Scheme",
            "ClaimURI",
            "AttributeID",
            "extension",
            "error-code",
            "exception-type",
            "listener-class"));

    /** What says of which kind an element is; siblings may share it, and a customer may change it in place. */
    private static final List<String> TYPING_ATTRIBUTES = Arrays.asList(
            "contentType", "mep", "extension", "type", "class", "className", "phase", "url", "uri", "pattern", "port");

    /** How much an identity is worth when two elements differ in it. */
    enum Strength {
        /** Nothing but the element's name. */
        NONE,
        /** Another value may well be the same element, changed. */
        TYPE,
        /** Another value of a child: a name that stands in the content. */
        CHILD,
        /** Another value is another element, unless nearly all else is equal. */
        NAME
    }

    private final String element;
    private final Strength strength;
    private final String by;
    private final String value;

    private Identity(String element, Strength strength, String by, String value) {
        this.element = element;
        this.strength = strength;
        this.by = by;
        this.value = value;
    }

    static Identity of(XmlElement element) {
        for (String naming : NAMING_ATTRIBUTES) {
            for (XmlAttribute attribute : element.attributes()) {
                if (attribute.name().equalsIgnoreCase(naming)) {
                    return new Identity(element.name(), Strength.NAME, "@" + attribute.name(), attribute.value());
                }
            }
        }
        XmlElement child = namingChild(element);
        if (child != null) {
            return new Identity(element.name(), Strength.CHILD, child.name(), XmlChars.collapse(child.text()));
        }
        for (String typing : TYPING_ATTRIBUTES) {
            String value = element.attribute(typing);
            if (value != null) {
                return new Identity(element.name(), Strength.TYPE, "@" + typing, value);
            }
        }
        return new Identity(element.name(), Strength.NONE, "", "");
    }

    private static XmlElement namingChild(XmlElement element) {
        XmlElement best = null;
        for (XmlElement child : element.elements()) {
            if (child.isLeaf() && isNaming(child.name()) && (best == null || isPlainName(child.name()))) {
                best = child;
                if (isPlainName(child.name())) {
                    return best;
                }
            }
        }
        return best;
    }

    private static boolean isNaming(String name) {
        return isPlainName(name)
                || NAMING_CHILDREN_OF_CARBON.contains(name)
                || name.endsWith("-name") && !name.equals("display-name");
    }

    private static boolean isPlainName(String name) {
        return NAMING_CHILDREN.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isNamingAttribute(String name) {
        return NAMING_ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT));
    }

    Strength strength() {
        return strength;
    }

    /** The value that names the element, or nothing. */
    String value() {
        return value;
    }

    /** Whether this child of the element is the one that names it. */
    boolean isNamedBy(XmlElement child) {
        return strength == Strength.CHILD && child.name().equals(by);
    }

    /** Equal for two elements of the same identity. */
    String label() {
        return element + ' ' + by + '=' + value;
    }

    /** The identity as a path writes it, or nothing where it can't or must not be written. */
    String predicate() {
        boolean unwritable = strength == Strength.NONE || by.equals("@url") || by.equals("@uri");
        char quote = value.indexOf('\'') < 0 ? '\'' : '"';
        if (unwritable || value.length() > 100 || value.indexOf('\n') >= 0 || value.indexOf(quote) >= 0) {
            return "";
        }
        return SecretNames.isSecret(element) ? "" : "[" + by + "=" + quote + value + quote + "]";
    }
}
