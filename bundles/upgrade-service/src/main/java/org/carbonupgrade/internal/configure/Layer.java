package org.carbonupgrade.internal.configure;

import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.Change;

/** What the upgrade itself changes in the merged configuration, each change with its reason. Applied once. */
interface Layer {

    /** For people: what the configuration is once the layer is applied, in a word. */
    String name();

    /** Changes the files, given by their paths from the home; a file that is to be removed has no content. */
    void applyTo(Map<String, byte[]> files);

    /** What was changed, by file. No secret is in it. */
    Map<String, List<Change>> changes();
}
