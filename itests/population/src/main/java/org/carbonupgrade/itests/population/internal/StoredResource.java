package org.carbonupgrade.itests.population.internal;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wso2.carbon.registry.core.Association;
import org.wso2.carbon.registry.core.Collection;
import org.wso2.carbon.registry.core.Comment;
import org.wso2.carbon.registry.core.Registry;
import org.wso2.carbon.registry.core.Resource;
import org.wso2.carbon.registry.core.Tag;
import org.wso2.carbon.registry.core.exceptions.RegistryException;

/** What the registry has stored at a path, in the terms of the manifest. */
final class StoredResource {

    private static final String OF_THE_MOUNT = "registry.";
    private static final int BUFFER = 8192;

    private final Registry registry;
    private final String path;
    private final Resource resource;

    StoredResource(Registry registry, String path) throws RegistryException {
        this.registry = registry;
        this.path = path;
        this.resource = registry.get(path);
    }

    String mediaType() {
        return resource.getMediaType();
    }

    /** The digests of the content and then of the older versions, newest first. */
    List<String> versions() throws Exception {
        List<String> digests = new ArrayList<>();
        if (resource instanceof Collection) {
            return digests;
        }
        digests.add(digest(resource));
        for (String version : registry.getVersions(path)) {
            digests.add(digest(registry.get(version)));
        }
        return digests;
    }

    private static String digest(Resource resource) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = resource.getContentStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                content.write(buffer, 0, read);
            }
        }
        return Sha256.of(content.toByteArray());
    }

    SortedSet<String> children() throws RegistryException {
        return resource instanceof Collection
                ? new TreeSet<>(Arrays.asList(((Collection) resource).getChildren()))
                : new TreeSet<>();
    }

    /** Those that are stored: whatever is read through a mount has some more, which say where it was read from. */
    SortedMap<String, List<String>> properties() {
        SortedMap<String, List<String>> properties = new TreeMap<>();
        for (Object name : resource.getProperties().keySet()) {
            if (!((String) name).startsWith(OF_THE_MOUNT)) {
                properties.put((String) name, resource.getPropertyValues((String) name));
            }
        }
        return properties;
    }

    SortedSet<String> tags() throws RegistryException {
        return Arrays.stream(registry.getTags(path))
                .map(Tag::getTagName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<String> comments() throws RegistryException {
        return Arrays.stream(registry.getComments(path))
                .map(Comment::getText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    float rating() throws RegistryException {
        return registry.getAverageRating(path);
    }

    /** As "type path" of those that start here. */
    SortedSet<String> associations() throws RegistryException {
        SortedSet<String> associations = new TreeSet<>();
        for (Association association : registry.getAllAssociations(path)) {
            if (association.getSourcePath().equals(path)) {
                associations.add(association.getAssociationType() + " " + association.getDestinationPath());
            }
        }
        return associations;
    }
}
