package org.carbonupgrade.internal.merge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.carbonupgrade.internal.merge.properties.PropertiesLane;
import org.carbonupgrade.internal.merge.script.ScriptLane;
import org.carbonupgrade.internal.merge.text.TextLane;
import org.carbonupgrade.internal.merge.xml.XmlLane;

/** What a configuration file is, and so how it is merged. */
public enum FileKind {
    XML(new XmlLane()),
    PROPERTIES(new PropertiesLane()),
    SCRIPT(new ScriptLane()),
    TEXT(new TextLane()),
    /** Taken or left as a whole. */
    BINARY(null);

    private static final Set<String> XML_NAMES = new HashSet<>(Arrays.asList("xml", "xsd", "xsl", "xslt", "wsdl"));

    private final Lane lane;

    FileKind(Lane lane) {
        this.lane = lane;
    }

    /** How files of this kind are merged; null if they are not. */
    Lane lane() {
        return lane;
    }

    /** The kind of a file by its name and, as one version has it, its content. */
    public static FileKind of(String file, byte[] content) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean marked = content.length > 1 && (content[0] == (byte) 0xFE || content[0] == (byte) 0xFF);
        if (hasNul(content) && !marked) {
            return BINARY;
        }
        if (XML_NAMES.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return XML;
        }
        if (marked) {
            return BINARY;
        }
        if (name.equals("wso2server.sh") || name.equals("wso2server.bat")) {
            return SCRIPT;
        }
        boolean properties = name.endsWith(".properties") || name.endsWith(".options") || name.equals("launch.ini");
        return properties ? PROPERTIES : TEXT;
    }

    private static boolean hasNul(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
