package org.carbonupgrade.internal.artifacts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.configure.VanillaHome;

/** Opens the trust stores of both homes and puts the customer's certificates into the new version's. */
final class TrustStores {

    private final StoreSettings olds;
    private final StoreSettings news;
    private final VanillaHome vanilla;

    /** @param vanilla the old version as downloaded, or null */
    TrustStores(StoreSettings olds, StoreSettings news, VanillaHome vanilla) {
        this.olds = olds;
        this.news = news;
        this.vanilla = vanilla;
    }

    /** Whether the old home's configuration names a file as a trust store, and nothing else. */
    boolean isOne(Path file) {
        return olds.trustStore(file).isPresent();
    }

    /** The merged store, which opens as the customer's does; empty if one can't be opened, or holds keys. */
    Optional<Merged> merge(Path file, Path target, String relative) throws IOException {
        StoreSettings.Store customers = olds.trustStore(file).get();
        List<StoreSettings.Store> ways = Stream.of(Optional.of(customers), news.trustStore(target))
                .flatMap(way -> way.map(Stream::of).orElseGet(Stream::empty))
                .collect(Collectors.toList());
        Optional<KeyStore> old = open(Files.readAllBytes(file), Collections.singletonList(customers));
        Optional<KeyStore> fresh = open(Files.readAllBytes(target), ways);
        Optional<byte[]> shipped = vanilla == null ? Optional.empty() : vanilla.read(relative);
        Optional<KeyStore> was = shipped.flatMap(bytes -> open(bytes, ways));
        if (!old.isPresent() || !fresh.isPresent() || shipped.isPresent() != was.isPresent()) {
            return Optional.empty();
        }
        try {
            TrustMerge merge = new TrustMerge(was.orElse(null), old.get(), fresh.get());
            merge.merge();
            boolean opens = open(Files.readAllBytes(target), Collections.singletonList(customers))
                    .isPresent();
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            fresh.get().store(content, customers.password());
            return Optional.of(
                    new Merged(merge, merge.changed() || !opens, shipped.isPresent(), content.toByteArray()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Opened in the first way that fits; empty if none does, or there are keys in it. */
    private static Optional<KeyStore> open(byte[] content, List<StoreSettings.Store> ways) {
        for (StoreSettings.Store way : ways) {
            try {
                KeyStore store = KeyStore.getInstance(way.type());
                store.load(new ByteArrayInputStream(content), way.password());
                for (String alias : Collections.list(store.aliases())) {
                    if (store.isKeyEntry(alias)) {
                        return Optional.empty();
                    }
                }
                return Optional.of(store);
            } catch (GeneralSecurityException | IOException e) {
                // another password, or another type
            }
        }
        return Optional.empty();
    }

    /** A merged store, and what was done to the new version's. */
    static final class Merged {

        private final TrustMerge merge;
        private final boolean changed;
        private final boolean vanillaKnown;
        private final byte[] content;

        private Merged(TrustMerge merge, boolean changed, boolean vanillaKnown, byte[] content) {
            this.merge = merge;
            this.changed = changed;
            this.vanillaKnown = vanillaKnown;
            this.content = content;
        }

        boolean changed() {
            return changed;
        }

        byte[] content() {
            return content;
        }

        /** Somebody has to look where certificates may be trusted that nobody meant to trust. */
        Status judgement() {
            boolean sure =
                    merge.beside().isEmpty() && (vanillaKnown || merge.added().isEmpty());
            return sure ? Status.OK : Status.WARN;
        }

        String description() {
            List<String> parts = Arrays.asList(
                    part("your certificates were put into it: ", merge.added()),
                    part("as you had, it trusts no more: ", merge.removed()),
                    part("the new version's is beside yours, with -new-version behind its alias: ", merge.beside()));
            String all = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
            return "The new version's trust store was merged with yours"
                    + (all.isEmpty() ? ", whose password it has now" : ": " + all) + ".";
        }

        private static String part(String what, List<String> aliases) {
            return aliases.isEmpty() ? "" : what + String.join(", ", aliases);
        }
    }
}
