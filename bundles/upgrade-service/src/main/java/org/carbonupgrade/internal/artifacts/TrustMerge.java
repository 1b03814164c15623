package org.carbonupgrade.internal.artifacts;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.carbonupgrade.internal.merge.ThreeWay;

/**
 * Merges trust stores certificate by certificate, into the new version's. What both have under one name the customer keeps there,
 * and the new version's gets a name beside it: trust that either had is not lost.
 */
final class TrustMerge {

    /** Behind the alias of a new certificate whose place the customer's has. */
    private static final String BESIDE = "-new-version";

    private final KeyStore vanilla;
    private final KeyStore old;
    private final KeyStore fresh;
    private final List<String> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    /** @param vanilla the old version's as shipped, or null if that is not known */
    TrustMerge(KeyStore vanilla, KeyStore old, KeyStore fresh) {
        this.vanilla = vanilla;
        this.old = old;
        this.fresh = fresh;
    }

    /** Changes the new version's. */
    void merge() throws KeyStoreException {
        Set<String> aliases = new TreeSet<>(Collections.list(old.aliases()));
        if (vanilla != null) {
            aliases.addAll(Collections.list(vanilla.aliases()));
        }
        for (String alias : aliases) {
            merge(alias);
        }
    }

    private void merge(String alias) throws KeyStoreException {
        Certificate was = vanilla == null ? null : vanilla.getCertificate(alias);
        Certificate customers = old.getCertificate(alias);
        Certificate news = fresh.getCertificate(alias);
        // Without the vanilla store nobody can tell what the new version has dropped: all that the customer trusts is
        // carried.
        if (ThreeWay.of(true, was, customers, news, Objects::equals) == ThreeWay.KEEP_NEW) {
            return;
        }
        if (customers == null) {
            remove(alias, was, news);
            return;
        }
        if (news != null && !news.equals(was) && old.getCertificateAlias(news) == null) {
            fresh.setCertificateEntry(alias + BESIDE, news);
            beside.add(alias);
        }
        fresh.setCertificateEntry(alias, customers);
        added.add(alias);
    }

    /** Whom the customer does not trust any more is not trusted; whom the new version put in that one's place is. */
    private void remove(String alias, Certificate was, Certificate news) throws KeyStoreException {
        if (Objects.equals(was, news)) {
            fresh.deleteEntry(alias);
            removed.add(alias);
        }
    }

    /** Aliases whose certificates were taken from the customer's. */
    List<String> added() {
        return added;
    }

    /** Aliases that the customer had taken out. */
    List<String> removed() {
        return removed;
    }

    /** Aliases under which both have different certificates. */
    List<String> beside() {
        return beside;
    }

    boolean changed() {
        return !added.isEmpty() || !removed.isEmpty();
    }
}
