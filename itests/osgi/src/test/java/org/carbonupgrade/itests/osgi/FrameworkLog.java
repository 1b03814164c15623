package org.carbonupgrade.itests.osgi;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.LogService;

/** Every complaint from now on: of the framework, of Declarative Services, and what bundles log by Commons Logging. */
final class FrameworkLog implements LogListener, FrameworkListener {

    /** How Pax Logging, which Carbon has too, prints a warning or an error (the build tells it no less) when it has no log file. */
    private static final Pattern PRINTED = Pattern.compile("\\S*\\[\\S+] : .*", Pattern.DOTALL);

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final PrintStream out = System.out;
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
        System.setOut(log.new Printed(log.out));
        return log;
    }

    /** Warnings and errors since {@link #watch}. */
    List<String> complaints() {
        return complaints;
    }

    void end() {
        reader.removeLogListener(this);
        context.removeFrameworkListener(this);
        System.setOut(out);
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

    /** What is printed in pieces, looked at by lines. */
    private final class Printed extends PrintStream {

        private final StringBuilder line = new StringBuilder();

        Printed(PrintStream out) {
            super(out, true);
        }

        @Override
        public void print(String piece) {
            super.print(piece);
            line.append(piece);
        }

        @Override
        public void println(String end) {
            super.println(end); // prints the end by print
            if (PRINTED.matcher(line).matches()) {
                complaints.add(line.toString());
            }
            line.setLength(0);
        }
    }
}
