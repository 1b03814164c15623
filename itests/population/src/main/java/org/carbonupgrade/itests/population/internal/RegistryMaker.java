package org.carbonupgrade.itests.population.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.itests.population.ResourceRecord;
import org.wso2.carbon.registry.core.Registry;
import org.wso2.carbon.registry.core.exceptions.RegistryException;

/** Fills one of a tenant's registries. */
final class RegistryMaker {

    static final List<String> REGISTRIES = Collections.unmodifiableList(Arrays.asList("config", "governance", "local"));

    private static final String BINARY = "application/octet-stream";
    private static final int BYTE_VALUES = 256;
    private static final int LARGE = 1_000_003;

    private final String name;
    private final Registry registry;
    private final SeededContent content;
    private final String tenantDomain;

    RegistryMaker(String name, Registry registry, SeededContent content, String tenantDomain) {
        this.name = name;
        this.registry = registry;
        this.content = content;
        this.tenantDomain = tenantDomain;
    }

    List<ResourceRecord> make() throws RegistryException {
        List<ResourceRecord> records = new ArrayList<>();
        for (ResourceDraft draft : drafts()) {
            draft.storeIn(registry);
            records.add(draft.recordOf(name));
        }
        return records;
    }

    /** Targets of associations and collections come before what refers to them. */
    private List<ResourceDraft> drafts() {
        List<ResourceDraft> drafts = new ArrayList<>();
        drafts.add(ResourceDraft.resource("/upgrade/bytes.bin", BINARY, everyByteValue()));
        drafts.add(versions(ResourceDraft.resource("/upgrade/notes/greeting.txt", "text/plain", text("first")))
                .property("owner", "chloé")
                .property("several", "one", "two", "drei")
                .tags("blue", "größer")
                .comments("Looks good to me.", "Geprüft – 確認済み")
                .rating(4)
                .association("depends", "/upgrade/bytes.bin"));
        drafts.add(ResourceDraft.resource(
                "/upgrade/notes/Straße nach Süden.txt", "text/plain", text("umlauts in its name")));
        drafts.add(ResourceDraft.collection("/upgrade/empty").property("purpose", "none"));
        if (name.equals("governance")) {
            drafts.add(ResourceDraft.resource("/upgrade/large.bin", BINARY, content.bytes(LARGE)));
        }
        drafts.add(ResourceDraft.collection(
                        "/upgrade/notes", "/upgrade/notes/greeting.txt", "/upgrade/notes/Straße nach Süden.txt")
                .property("curator", "björn")
                .comments("All notes are here."));
        return drafts;
    }

    /** Only in the local registry: where the others are mounted, as they are in production, the kernel cannot version. */
    private ResourceDraft versions(ResourceDraft draft) {
        return name.equals("local") ? draft.thenVersion(text("second")).thenVersion(text("third")) : draft;
    }

    private byte[] text(String what) {
        return ("Grüße, 你好 from the " + name + " registry of " + tenantDomain + ", the " + what + ": " + content.word()
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] everyByteValue() {
        byte[] bytes = new byte[BYTE_VALUES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
