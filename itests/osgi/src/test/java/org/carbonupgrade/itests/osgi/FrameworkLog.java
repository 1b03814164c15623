package org.carbonupgrade.itests.osgi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.LogService;

/** Every complaint from now on: of the framework, of Declarative Services, and what bundles log by Commons Logging. */
final class FrameworkLog extends Handler implements LogListener, FrameworkListener {

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final BundleContext context;
    private final LogReaderService reader;

    private FrameworkLog(BundleContext context) {
        this.context = context;
        this.reader = context.getService(context.getServiceReference(LogReaderService.class));
    }

    static FrameworkLog watch(BundleContext context) {
        FrameworkLog log = new FrameworkLog(context);
        log.reader.addLogListener(log);
        context.addFrameworkListener(log);
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** Warnings and errors since {@link #watch}. */
    List<String> complaints() {
        return complaints;
    }

    void end() {
        reader.removeLogListener(this);
        context.removeFrameworkListener(this);
        Logger.getLogger("").removeHandler(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLevel() <= LogService.LOG_WARNING) {
            complaints.add(entry.getBundle() + ": " + entry.getMessage() + " " + entry.getException());
        }
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
            complaints.add(event.getBundle() + ": " + event.getThrowable());
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
