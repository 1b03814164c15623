package org.carbonupgrade.itests.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.HarnessException;
import org.carbonupgrade.itests.support.Home;
import org.carbonupgrade.itests.support.TextFile;
import org.carbonupgrade.itests.support.Trees;
import org.carbonupgrade.itests.support.UpgradeOutcome;

/** A new home that {@code run} has upgraded and whose server was not started yet, with the plan that goes with it. */
final class Upgrade {

    private static final Duration VERIFICATION = Duration.ofMinutes(2);
    private static final Duration MERGE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;

    private final Home newHome;
    private final Path plan;

    private Upgrade(Path newHome, Path plan) {
        this.newHome = Home.at(newHome);
        this.plan = plan;
    }

    /** One that is only planned yet. */
    static Upgrade of(Path newHome, Path plan) {
        return new Upgrade(newHome, plan);
    }

    /** The upgrade as the program left it; for one test class alone. */
    static Upgrade original() {
        return new Upgrade(FirstRun.get().newHome(), FirstRun.get().plan());
    }

    /** A copy of it, which takes a second instead of the upgrade's half minute, to start or to break. */
    static Upgrade copy(String name) {
        FirstRun first = FirstRun.get();
        Path copy = Places.fresh(name);
        try {
            Trees.copy(first.pattern(), copy);
        } catch (IOException e) {
            throw new HarnessException("cannot copy the upgraded home to " + copy, e);
        }
        TextFile.at(copy.resolve("repository/upgrade/upgrade.properties"))
                .replace("new.home=" + first.newHome() + "\n", "new.home=" + copy + "\n");
        return new Upgrade(copy, Plans.write(first.oldHome().path(), copy));
    }

    Home newHome() {
        return newHome;
    }

    /** Gives a command to the stand-alone program. */
    Program.Answer run(String... command) {
        return Program.run(plan, command);
    }

    /** A file in the upgrade's {@code reports/}. */
    Path report(String name) {
        return newHome.resolve("repository/upgrade/reports/" + name);
    }

    /** What {@code reports/upgrade.json} says now. */
    UpgradeOutcome outcome() {
        return UpgradeOutcome.in(report("upgrade.json"));
    }

    /** How each check of the verification turned out, by its name. */
    Map<String, String> checks() {
        JsonObject verification = JsonParser.parseString(
                        TextFile.at(report("verification.json")).read())
                .getAsJsonObject();
        Map<String, String> statuses = new TreeMap<>();
        for (JsonElement element : verification.getAsJsonArray("checks")) {
            JsonObject check = element.getAsJsonObject();
            statuses.put(check.get("name").getAsString(), check.get("status").getAsString());
        }
        return statuses;
    }

    /** Waits until the server has verified itself and has taken what it found into {@code upgrade.json}, nobody telling it to. */
    void awaitVerification(CarbonServer server) {
        server.awaitFile(VERIFICATION, report("verification.json"));
        long deadline = System.nanoTime() + MERGE.toNanos();
        while (!outcome().steps().contains("verify")) {
            if (System.nanoTime() > deadline) {
                throw new HarnessException("the server did not take its verification into " + report("upgrade.json"));
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HarnessException("interrupted while waiting for the verification", e);
            }
        }
    }
}
