package org.carbonupgrade.verification;

import java.util.Objects;

/** The server that a verification ran in, as its report names it. */
public final class VerifiedServer {

    private final String home;
    private final String version;
    private final String java;

    /**
     * @param home the server's home, an absolute path
     * @param version what the server says that it is, such as {@code WSO2 Carbon Framework v4.5.1}
     * @param java the version of the JVM
     */
    public VerifiedServer(String home, String version, String java) {
        this.home = Objects.requireNonNull(home, "home");
        this.version = Objects.requireNonNull(version, "version");
        this.java = Objects.requireNonNull(java, "java");
    }

    public String home() {
        return home;
    }

    public String version() {
        return version;
    }

    public String java() {
        return java;
    }
}
