package org.carbonupgrade.internal.step;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;

/** Where work says what it does: figures and findings, of which a report is made. */
public class StepNotes {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A number, text, list or map of these for the report, shown in the order given. */
    public final void figure(String name, Object value) {
        figures.put(name, value);
    }

    /** Something found; the worst decides on the step's status. */
    public final void found(Finding finding) {
        findings.add(finding);
    }

    public final void found(Collection<Finding> several) {
        findings.addAll(several);
    }

    public final Map<String, Object> figures() {
        return Collections.unmodifiableMap(figures);
    }

    public final List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** The worst finding's. */
    public final Status status() {
        return Status.worst(findings.stream().map(Finding::status).collect(Collectors.toList()));
    }

    /**
     * Does the work. Whatever ends it is a finding; a refusal is given back to be thrown when it is written down.
     *
     * @param what the work is, for the message
     * @return the refusal, or null
     */
    public final UpgradeException attempt(String what, Runnable work) {
        UpgradeException ended;
        try {
            work.run();
            return null;
        } catch (UpgradeException e) {
            ended = e;
        } catch (DbCopyException e) {
            ended = DatabaseErrors.upgradeException(e);
        } catch (RuntimeException e) {
            ended = UpgradeError.UNEXPECTED.at(what, "The step ended unexpectedly: " + e, e);
        }
        found(ended.finding());
        return ended.refusal() ? ended : null;
    }
}
