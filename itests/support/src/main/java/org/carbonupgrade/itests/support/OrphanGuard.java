package org.carbonupgrade.itests.support;

import java.io.IOException;

/**
 * Kills a server whose test was killed: no shutdown hook runs then. The guard is a shell that waits for the end of its input, which
 * comes when the process at the other end, this one, is gone for whatever reason.
 */
final class OrphanGuard {

    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    static OrphanGuard of(ProcessHandle server) {
        try {
            return new OrphanGuard(new ProcessBuilder("sh", "-c", "read -r end; kill -9 " + server.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new HarnessException("cannot guard the server's process", e);
        }
    }

    /** To be called when the server has ended: another process may have its id some day. */
    void dismiss() {
        shell.destroyForcibly();
    }
}
