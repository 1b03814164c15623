package org.carbonupgrade.itests.population;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** A registry resource or collection with everything that the registry keeps about it. */
public final class ResourceRecord {

    /** {@code config}, {@code governance} or {@code local}. */
    public final String registry;

    /** Below that registry's own root. */
    public final String path;

    public final String mediaType;

    /** The SHA-256 of the content, then of every older version, newest first; of no content for a collection. */
    public final List<String> versions;

    /** The paths of a collection's children; empty for a resource. */
    public final SortedSet<String> children;

    public final SortedMap<String, List<String>> properties;
    public final SortedSet<String> tags;
    public final SortedSet<String> comments;

    /** The average of all users' ratings, 0 to 5. */
    public final float rating;

    /** As "type path" of those that start here. */
    public final SortedSet<String> associations;

    public ResourceRecord(
            String registry,
            String path,
            String mediaType,
            List<String> versions,
            SortedSet<String> children,
            SortedMap<String, List<String>> properties,
            SortedSet<String> tags,
            SortedSet<String> comments,
            float rating,
            SortedSet<String> associations) {
        this.registry = registry;
        this.path = path;
        this.mediaType = mediaType;
        this.versions = versions;
        this.children = children;
        this.properties = properties;
        this.tags = tags;
        this.comments = comments;
        this.rating = rating;
        this.associations = associations;
    }
}
