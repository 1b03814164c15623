package org.carbonupgrade.verification.internal.osgi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.VerificationListener;
import org.carbonupgrade.verification.VerificationReport;

/** Those who want to be told of verifications; one that fails keeps no other from being told. */
final class Listeners implements Consumer<VerificationReport> {

    private static final Log LOG = LogFactory.getLog(Listeners.class);

    private final List<VerificationListener> listeners = new CopyOnWriteArrayList<>();

    void add(VerificationListener listener) {
        listeners.add(listener);
    }

    void remove(VerificationListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void accept(VerificationReport report) {
        for (VerificationListener listener : listeners) {
            try {
                listener.verified(report);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A listener failed: " + listener.getClass().getName(), e);
            }
        }
    }
}
