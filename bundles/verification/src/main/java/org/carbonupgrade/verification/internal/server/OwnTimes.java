package org.carbonupgrade.verification.internal.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When verifications were at work since the server was started. What the server logs meanwhile is about them: removing what a killed
 * one left half made, for example, makes it log errors (seen). Safe for use by several threads.
 */
public final class OwnTimes {

    private final List<Instant> ends = new ArrayList<>();
    private final List<Instant> begins = new ArrayList<>();

    /** A verification begins. */
    public synchronized void begin() {
        begins.add(Instant.now());
    }

    /** The one that began last is at its end. */
    public synchronized void end() {
        ends.add(Instant.now());
    }

    /** Whether a verification was, or is, at work at a time. */
    synchronized boolean cover(Instant time) {
        for (int i = 0; i < begins.size(); i++) {
            if (!time.isBefore(begins.get(i)) && (i >= ends.size() || !time.isAfter(ends.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
