package org.carbonupgrade.internal.merge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The settings that are carried from the old home while the vanilla old version is not known. Immutable. */
public final class SiteRules {

    private static final String CARBON = "site-settings.txt";

    private final List<SiteRule> rules;

    private SiteRules(List<SiteRule> rules) {
        this.rules = rules;
    }

    public static SiteRules none() {
        return new SiteRules(Collections.emptyList());
    }

    public static SiteRules of(SiteRule... rules) {
        return new SiteRules(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(rules))));
    }

    /** What is known of Carbon: data sources, ports, host names, key stores, users, mounts, clustering, transports. */
    public static SiteRules carbon() {
        InputStream resource = SiteRules.class.getResourceAsStream(CARBON);
        if (resource == null) {
            throw new IllegalStateException("the bundle lacks " + CARBON);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<SiteRule> rules = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.trim().isEmpty() && !line.startsWith("#")) {
                    rules.add(parse(line));
                }
            }
            return new SiteRules(Collections.unmodifiableList(rules));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CARBON, e);
        }
    }

    private static SiteRule parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalStateException(CARBON + ": not 'file | place | reason': " + line);
        }
        return new SiteRule(parts[0].trim(), parts[1].trim(), parts[2].trim());
    }

    /** The rules that are about a file. */
    List<SiteRule> about(String file) {
        List<SiteRule> about = new ArrayList<>();
        for (SiteRule rule : rules) {
            if (rule.isAbout(file)) {
                about.add(rule);
            }
        }
        return about;
    }
}
