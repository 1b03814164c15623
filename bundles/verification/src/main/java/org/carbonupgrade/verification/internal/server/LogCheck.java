package org.carbonupgrade.verification.internal.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.files.Places;

/** Looks whether the server has logged an error since it was started. */
public final class LogCheck extends ServerLook {

    /** More would hide the others; the log has them all. */
    private static final int MOST = 20;

    private final Places places;
    private final Supplier<Instant> started;
    private final OwnTimes own;

    /**
     * @param started gives the time when the JVM was started
     * @param own when verifications were at work: what is logged then is not the server's
     */
    public LogCheck(Places places, Supplier<Instant> started, OwnTimes own) {
        super("log", "The server has logged no error", 50);
        this.places = Objects.requireNonNull(places, "places");
        this.started = Objects.requireNonNull(started, "started");
        this.own = Objects.requireNonNull(own, "own");
    }

    @Override
    public void run(CheckContext findings) throws Exception {
        Path log = places.log();
        String called = places.relative(log);
        if (!Files.isReadable(log)) {
            findings.add(Code.VF_LOG_NOT_FOUND.warn("there is no log " + called + " that can be read"));
            return;
        }
        LoggedErrors errors = LoggedErrors.since(started.get(), own::cover, log, MOST);
        findings.count("lines", errors.lines());
        findings.count("errors", errors.count());
        errors.first().forEach(line -> findings.add(Code.VF_ERROR_LOGGED.fail(called + ": " + line)));
        if (errors.count() > errors.first().size()) {
            findings.add(Code.VF_ERROR_LOGGED.fail(
                    called + " has " + (errors.count() - errors.first().size()) + " more errors since the start"));
        }
        if (errors.count() == 0) {
            findings.add(
                    Code.VF_OK.ok(called + " has no error among the " + errors.lines() + " entries since the start"));
        }
    }
}
