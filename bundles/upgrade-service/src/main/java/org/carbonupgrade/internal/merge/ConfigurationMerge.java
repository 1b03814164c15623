package org.carbonupgrade.internal.merge;

import java.util.List;

/**
 * Merges one configuration file three ways: the new version's file with the customer's changes, and only these, in it.
 *
 * <p>What the customer and the new version changed differently is a conflict and never guessed. Files over 2 MB are only
 * taken or left as a whole.
 */
public final class ConfigurationMerge {

    /** Ten times the largest configuration file of any Carbon product; beyond, memory would grow with the file. */
    static final int LARGE = 2 << 20;

    private final MergeInput input;
    private final MergeLog log;
    private final List<SiteRule> rules;

    private ConfigurationMerge(MergeInput input) {
        this.input = input;
        this.log = new MergeLog(input.decisions());
        this.rules = input.rules().about(input.file());
    }

    /**
     * Merges a file.
     *
     * @throws MergeException if a file is not what its name says: XML that is not well-formed, or that declares entities
     */
    public static MergeResult merge(MergeInput input) {
        return new ConfigurationMerge(input).merge();
    }

    private MergeResult merge() {
        byte[] merged;
        switch (WholeFile.of(input)) {
            case TAKE_NEW:
                merged = input.fresh();
                break;
            case TAKE_OLD:
                merged = takeOld(
                        input.baseKnown() && input.base() == null
                                ? MergeContext.CUSTOMERS_ADDITION
                                : MergeContext.CUSTOMERS_CHANGE);
                break;
            case MERGE:
                merged = mergeContent();
                break;
            default:
                merged = decideWhole();
        }
        return new MergeResult(merged, log, ShownDiff.of(input.file(), "new", input.fresh(), "merged", merged));
    }

    private byte[] takeOld(String reason) {
        boolean none = input.old() == null;
        log.changed(
                "", none ? ChangeKind.REMOVED : ChangeKind.FILE, none ? "no such file" : "the customer's file", reason);
        return input.old();
    }

    private byte[] mergeContent() {
        FileKind kind = kind();
        String rule = input.baseKnown() ? null : ruleForWhole();
        if (rule != null) {
            return takeOld(rule);
        }
        if (kind == FileKind.BINARY || isLarge(input.base(), input.old(), input.fresh())) {
            return decideWhole();
        }
        MergeContext context = new MergeContext(input.file(), input.baseKnown(), rules, log);
        return kind.lane().merge(input.base(), input.old(), input.fresh(), context);
    }

    /** The kind that all versions have; text that one of them has as XML, or binary, is no text. */
    private FileKind kind() {
        FileKind old = FileKind.of(input.file(), input.old());
        FileKind fresh = FileKind.of(input.file(), input.fresh());
        FileKind base = input.base() == null ? fresh : FileKind.of(input.file(), input.base());
        return old == fresh && base == fresh ? fresh : FileKind.BINARY;
    }

    static boolean isLarge(byte[]... versions) {
        for (byte[] version : versions) {
            if (version != null && version.length > LARGE) {
                return true;
            }
        }
        return false;
    }

    private String ruleForWhole() {
        for (SiteRule rule : rules) {
            if (rule.place().isEmpty()) {
                return rule.reason();
            }
        }
        return null;
    }

    private byte[] decideWhole() {
        String rule = input.baseKnown() || input.old() == null ? null : ruleForWhole();
        if (rule != null) {
            return takeOld(rule);
        }
        Conflict.Kind kind = ThreeWay.kind(input.baseKnown(), input.base(), input.old(), input.fresh());
        Conflict conflict = new Conflict("", kind, size(input.base()), size(input.old()), size(input.fresh()));
        return log.dispute(conflict) == Side.OLD ? input.old() : input.fresh();
    }

    private static String size(byte[] file) {
        return file == null ? null : "a file of " + file.length + " bytes";
    }
}
