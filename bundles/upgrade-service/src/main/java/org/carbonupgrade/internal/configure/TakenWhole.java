package org.carbonupgrade.internal.configure;

import java.util.Arrays;
import java.util.Map;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.merge.FileKind;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.step.StepRun;

/**
 * Looks into XML that was taken from the old home as a whole, which no merge has read. What the new version needs has to be readable; of a
 * file that only the customer has nobody knows who reads it, and it is carried as it is.
 */
final class TakenWhole {

    private final ShippedConfiguration shipped;
    private final StepRun run;

    TakenWhole(ShippedConfiguration shipped, StepRun run) {
        this.shipped = shipped;
        this.run = run;
    }

    /** Whether the new server can be expected to read all files. */
    boolean examine(Map<String, byte[]> files) {
        boolean readable = true;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            readable &= file.getValue() == null || examine(file.getKey(), file.getValue());
        }
        return readable;
    }

    private boolean examine(String name, byte[] content) {
        byte[] own = ConfigurationFiles.read(shipped.home(), name);
        if (FileKind.of(name, content) != FileKind.XML || Arrays.equals(content, own)) {
            return true;
        }
        try {
            XmlDocument.parse(name, content);
            return true;
        } catch (MergeException e) {
            boolean needed = own != null && !e.code().equals(MergeException.DECLARES_ENTITIES);
            Finding found = e.finding();
            run.found(new Finding(
                    needed ? Status.FAIL : Status.WARN, found.code(), found.what(), found.where(), found.remedy()));
            return !needed;
        }
    }
}
