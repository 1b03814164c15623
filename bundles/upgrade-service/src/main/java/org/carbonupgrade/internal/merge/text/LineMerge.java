package org.carbonupgrade.internal.merge.text;

import java.util.List;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.ThreeWay;
import org.carbonupgrade.internal.merge.secret.Redaction;

/** Merges lines three ways. Changes of both sides that touch are a conflict, unless they come out the same. */
final class LineMerge {

    private final boolean hasBase;
    private final List<String> base;
    private final List<String> old;
    private final List<String> fresh;
    private final MergeContext context;
    private final List<Hunk> customers;
    private final List<Hunk> news;
    private final StringBuilder merged = new StringBuilder();

    /** Without a base, the two versions are compared with each other, and every difference is for the operator. */
    LineMerge(boolean hasBase, List<String> base, List<String> old, List<String> fresh, MergeContext context) {
        this.hasBase = hasBase;
        this.base = hasBase ? base : old;
        this.old = old;
        this.fresh = fresh;
        this.context = context;
        this.customers = LineDiff.between(this.base, old);
        this.news = LineDiff.between(this.base, fresh);
    }

    String merged() {
        int done = 0;
        int i = 0;
        int j = 0;
        while (i < customers.size() || j < news.size()) {
            Region region = new Region(i, j);
            append(base, done, region.from);
            region.append();
            done = region.to;
            i = region.nextCustomers;
            j = region.nextNews;
        }
        append(base, done, base.size());
        return merged.toString();
    }

    private void append(List<String> lines, int from, int to) {
        for (int i = from; i < to; i++) {
            merged.append(lines.get(i));
        }
    }

    /** Changes of either side that touch each other, and the lines that stand there in each version. */
    private final class Region {

        private final int firstCustomers;
        private final int firstNews;
        private int nextCustomers;
        private int nextNews;
        private int from = Integer.MAX_VALUE;
        private int to = -1;

        Region(int customersIndex, int newsIndex) {
            firstCustomers = customersIndex;
            firstNews = newsIndex;
            nextCustomers = customersIndex;
            nextNews = newsIndex;
            boolean customersFirst = customersIndex < customers.size()
                    && (newsIndex == news.size()
                            || customers.get(customersIndex).from()
                                    <= news.get(newsIndex).from());
            if (customersFirst) {
                take(customers.get(nextCustomers++));
            } else {
                take(news.get(nextNews++));
            }
            while (growsBy(customers, nextCustomers) || growsBy(news, nextNews)) {
                if (growsBy(customers, nextCustomers)) {
                    take(customers.get(nextCustomers++));
                } else {
                    take(news.get(nextNews++));
                }
            }
        }

        private boolean growsBy(List<Hunk> hunks, int index) {
            return index < hunks.size() && hunks.get(index).from() <= to;
        }

        private void take(Hunk hunk) {
            from = Math.min(from, hunk.from());
            to = Math.max(to, hunk.to());
        }

        private List<String> lines(List<Hunk> hunks, int first, int next, List<String> lines) {
            return lines.subList(start(hunks, first, next), end(hunks, first, next));
        }

        /** Outside a side's changes its lines run parallel to the base's. */
        private int start(List<Hunk> hunks, int first, int next) {
            if (first < next) {
                return hunks.get(first).otherFrom() - (hunks.get(first).from() - from);
            }
            return first == 0
                    ? from
                    : from
                            + hunks.get(first - 1).otherTo()
                            - hunks.get(first - 1).to();
        }

        private int end(List<Hunk> hunks, int first, int next) {
            if (first < next) {
                return hunks.get(next - 1).otherTo() + (to - hunks.get(next - 1).to());
            }
            return start(hunks, first, next) + to - from;
        }

        void append() {
            List<String> were = base.subList(from, to);
            List<String> theirs = lines(customers, firstCustomers, nextCustomers, old);
            List<String> ours = lines(news, firstNews, nextNews, fresh);
            ThreeWay outcome = ThreeWay.of(hasBase, were, theirs, ours, List::equals);
            String path = path(start(customers, firstCustomers, nextCustomers), theirs.size());
            List<String> chosen = ours;
            if (outcome == ThreeWay.TAKE_OLD) {
                chosen = theirs;
                String description = theirs.isEmpty() ? "taken out: " + shown(ours) : shown(theirs);
                context.log().changed(path, ChangeKind.LINES, description, MergeContext.CUSTOMERS_CHANGE);
            } else if (outcome == ThreeWay.DISPUTE && dispute(path, were, theirs, ours) == Side.OLD) {
                chosen = theirs;
            }
            LineMerge.this.append(chosen, 0, chosen.size());
        }
    }

    private Side dispute(String path, List<String> were, List<String> theirs, List<String> ours) {
        Conflict.Kind kind = context.baseKnown()
                ? hasBase ? Conflict.Kind.BOTH_CHANGED : Conflict.Kind.BOTH_ADDED
                : Conflict.Kind.NO_BASE;
        return context.log()
                .dispute(new Conflict(path, kind, hasBase ? shown(were) : null, shown(theirs), shown(ours)));
    }

    private static String path(int start, int count) {
        if (count == 0) {
            return "after line " + start;
        }
        return count == 1 ? "line " + (start + 1) : "lines " + (start + 1) + "-" + (start + count);
    }

    private static String shown(List<String> lines) {
        return Redaction.shorten(Redaction.text(Texts.readable(String.join("", lines))));
    }
}
