package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonupgrade.itests.population.ResourceRecord;
import org.wso2.carbon.registry.core.Comment;
import org.wso2.carbon.registry.core.Registry;
import org.wso2.carbon.registry.core.Resource;
import org.wso2.carbon.registry.core.exceptions.RegistryException;

/** A registry resource or collection to be: described once, then stored, and recorded for the manifest. */
final class ResourceDraft {

    private final String path;
    private final String mediaType;
    private final boolean collection;

    /** Oldest first. */
    private final List<byte[]> versions = new ArrayList<>();

    private final SortedMap<String, List<String>> properties = new TreeMap<>();
    private final SortedSet<String> children = new TreeSet<>();
    private final SortedSet<String> tags = new TreeSet<>();
    private final SortedSet<String> comments = new TreeSet<>();
    private final SortedMap<String, String> associations = new TreeMap<>();
    private int rating;

    private ResourceDraft(String path, String mediaType, boolean collection) {
        this.path = path;
        this.mediaType = mediaType;
        this.collection = collection;
    }

    static ResourceDraft resource(String path, String mediaType, byte[] content) {
        return new ResourceDraft(path, mediaType, false).thenVersion(content);
    }

    static ResourceDraft collection(String path, String... children) {
        ResourceDraft draft = new ResourceDraft(path, null, true);
        Collections.addAll(draft.children, children);
        return draft;
    }

    ResourceDraft thenVersion(byte[] content) {
        versions.add(content);
        return this;
    }

    ResourceDraft property(String name, String... values) {
        properties.put(name, Arrays.asList(values));
        return this;
    }

    ResourceDraft tags(String... some) {
        Collections.addAll(tags, some);
        return this;
    }

    ResourceDraft comments(String... some) {
        Collections.addAll(comments, some);
        return this;
    }

    ResourceDraft rating(int stars) {
        rating = stars;
        return this;
    }

    ResourceDraft association(String type, String target) {
        associations.put(type, target);
        return this;
    }

    void storeIn(Registry registry) throws RegistryException {
        if (collection) {
            store(registry, registry.newCollection());
        }
        for (int i = 0; i < versions.size(); i++) {
            if (i > 0) {
                registry.createVersion(path);
            }
            Resource resource = registry.newResource();
            resource.setMediaType(mediaType);
            resource.setContent(versions.get(i));
            store(registry, resource);
        }
        for (String tag : tags) {
            registry.applyTag(path, tag);
        }
        for (String comment : comments) {
            registry.addComment(path, new Comment(comment));
        }
        if (rating > 0) {
            registry.rateResource(path, rating);
        }
        for (Map.Entry<String, String> association : associations.entrySet()) {
            registry.addAssociation(path, association.getValue(), association.getKey());
        }
    }

    private void store(Registry registry, Resource resource) throws RegistryException {
        properties.forEach((name, values) -> resource.setProperty(name, values));
        registry.put(path, resource);
        resource.discard();
    }

    ResourceRecord recordOf(String registry) {
        List<String> digests = new ArrayList<>();
        for (byte[] version : versions) {
            digests.add(0, Sha256.of(version));
        }
        SortedSet<String> targets = new TreeSet<>();
        associations.forEach((type, target) -> targets.add(type + " " + target));
        return new ResourceRecord(
                registry, path, mediaType, digests, children, properties, tags, comments, rating, targets);
    }
}
