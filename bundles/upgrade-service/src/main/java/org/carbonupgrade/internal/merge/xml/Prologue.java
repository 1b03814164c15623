package org.carbonupgrade.internal.merge.xml;

import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.ThreeWay;

/** Merges what an XML file says about itself: its declaration, with the encoding, and its document type. */
final class Prologue {

    private Prologue() {}

    /** Gives the new version's file the encoding that the customer gave to theirs. */
    static void mergeDeclaration(XmlDocument base, XmlDocument old, XmlDocument fresh, MergeContext context) {
        String was = declaration(base);
        boolean customersChange = context.baseKnown()
                && base != null
                && was.equals(declaration(fresh))
                && !was.equals(declaration(old))
                && old.encoding().canEncode(fresh.source());
        if (!customersChange) {
            return;
        }
        String lineEnd = fresh.lineEnd();
        if (fresh.declaration() != null) {
            fresh.remove(0);
        } else {
            fresh.add(0, new XmlText(lineEnd));
        }
        if (old.declaration() != null) {
            fresh.add(0, new XmlMarkup(old.declaration().source()));
        }
        fresh.encoding(old.encoding());
        context.log()
                .changed(
                        "",
                        ChangeKind.DECLARATION,
                        old.declaration() == null
                                ? "no XML declaration"
                                : old.declaration().source(),
                        MergeContext.CUSTOMERS_CHANGE);
    }

    private static String declaration(XmlDocument document) {
        return document == null || document.declaration() == null
                ? ""
                : document.declaration().words();
    }

    /** Merges the text of a document type that both have; whether there is one is merged like a comment. */
    static void mergeDoctype(XmlDocument base, XmlDocument old, XmlDocument fresh, MergeContext context) {
        XmlMarkup theirs = old.doctype();
        XmlMarkup ours = fresh.doctype();
        if (theirs == null || ours == null) {
            return;
        }
        String was =
                base == null || base.doctype() == null ? null : base.doctype().words();
        ThreeWay outcome = ThreeWay.of(context.baseKnown(), was, theirs.words(), ours.words(), String::equals);
        if (outcome == ThreeWay.KEEP_NEW) {
            return;
        }
        Conflict.Kind kind = ThreeWay.kind(context.baseKnown(), was, theirs, ours);
        if (outcome == ThreeWay.TAKE_OLD) {
            context.log().changed("<!DOCTYPE>", ChangeKind.DECLARATION, theirs.words(), MergeContext.CUSTOMERS_CHANGE);
        } else if (context.log().dispute(new Conflict("<!DOCTYPE>", kind, was, theirs.words(), ours.words()))
                == Side.NEW) {
            return;
        }
        int index = fresh.indexOf(ours);
        fresh.remove(index);
        fresh.add(index, new Adopter(fresh).adopt(theirs));
    }
}
