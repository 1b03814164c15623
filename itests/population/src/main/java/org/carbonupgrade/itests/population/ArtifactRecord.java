package org.carbonupgrade.itests.population;

/** A file, directory or symbolic link that was put below the home. */
public final class ArtifactRecord {

    /** Below the home, with slashes. */
    public final String path;

    /** {@code file}, {@code directory} or {@code link}. */
    public final String type;

    /** A file's SHA-256, a link's target, empty for a directory. */
    public final String content;

    /** As {@code rwxr-xr-x}; empty for a link. */
    public final String permissions;

    /** Milliseconds since 1970; 0 for a link. */
    public final long modified;

    public ArtifactRecord(String path, String type, String content, String permissions, long modified) {
        this.path = path;
        this.type = type;
        this.content = content;
        this.permissions = permissions;
        this.modified = modified;
    }
}
