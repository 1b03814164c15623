package org.carbonupgrade.internal.merge;

import java.util.List;

/** What a lane needs to know besides the three texts. */
public final class MergeContext {

    /** Why a customer's value stands. */
    public static final String CUSTOMERS_CHANGE = "the customer's change; the new version left this as it was";

    /** Why a customer's addition stands. */
    public static final String CUSTOMERS_ADDITION = "the customer's addition";

    private final String file;
    private final boolean baseKnown;
    private final List<SiteRule> rules;
    private final MergeLog log;

    MergeContext(String file, boolean baseKnown, List<SiteRule> rules, MergeLog log) {
        this.file = file;
        this.baseKnown = baseKnown;
        this.rules = rules;
        this.log = log;
    }

    /** How errors name the file. */
    public String file() {
        return file;
    }

    /** Whether the vanilla old version's file is known; a known base may still be absent. */
    public boolean baseKnown() {
        return baseKnown;
    }

    /** The rules for this file; they count only while the base is not known. */
    public List<SiteRule> rules() {
        return rules;
    }

    public MergeLog log() {
        return log;
    }
}
