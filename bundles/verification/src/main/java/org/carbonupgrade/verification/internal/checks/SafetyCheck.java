package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.StagingMark;

/**
 * Looks whether things may be made in this server: only in one whose databases are the staging databases of an upgrade. In any
 * other somebody may be at work, and what a verification makes would stand beside what is real.
 */
public final class SafetyCheck implements Check {

    private final Callable<Databases> databases;
    private volatile boolean safe;

    /** @param databases gives those of the server */
    public SafetyCheck(Callable<Databases> databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "safety";
    }

    @Override
    public String title() {
        return "Nothing is made but in staging databases";
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(CheckContext context) throws Exception {
        VerificationRequest request = context.request();
        int staging = 0;
        boolean production = false;
        for (Database database : databases.call().readable()) {
            if (StagingMark.concerns(database)) {
                Optional<String> objection = objection(database, request);
                objection.ifPresent(why -> context.add(entry(why, request)));
                production |= objection.isPresent();
                staging += objection.isPresent() ? 0 : 1;
            }
        }
        if (staging == 0 && !production) {
            production = true;
            context.add(entry("no database that can be read holds users or a registry", request));
        }
        if (!production) {
            context.add(Code.VF_OK.ok("all " + staging + " databases of users and registry are marked as staging"));
        }
        safe = !production || request.isForced();
    }

    /** Whether things may be made, as far as the check has found out. */
    public boolean isSafe() {
        return safe;
    }

    private static Optional<String> objection(Database database, VerificationRequest request) throws Exception {
        Optional<StagingMark> mark = StagingMark.of(database);
        String what = null;
        if (!mark.isPresent()) {
            what = "no upgrade has marked it as staging";
        } else if (mark.get().isPromoted()) {
            what = "it has been promoted to production";
        } else if (!mark.get()
                .upgradeId()
                .equals(request.upgradeId().orElse(mark.get().upgradeId()))) {
            what = "it is staging of another upgrade, " + mark.get().upgradeId();
        }
        return Optional.ofNullable(what).map(why -> "the database of " + database.name() + ": " + why);
    }

    private static Entry entry(String why, VerificationRequest request) {
        return request.isForced()
                ? Code.VF_FORCED.warn("things were made all the same, as that was asked for: " + why)
                : Code.VF_NOT_STAGING.couldNotRun("nothing is made in this server: " + why);
    }
}
