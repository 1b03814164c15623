package org.carbonupgrade.internal.merge.xml;

import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Lane;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.internal.merge.Side;

/** Merges XML by its structure: the new version's file with the customer's changes, and nothing else, put into it. */
public final class XmlLane implements Lane {

    @Override
    public byte[] merge(byte[] base, byte[] old, byte[] fresh, MergeContext context) {
        XmlDocument bases =
                base == null ? null : XmlDocument.parse(context.file() + " of the vanilla old version", base);
        XmlDocument olds = XmlDocument.parse(context.file() + " of the old home", old);
        XmlDocument result = XmlDocument.parse(context.file() + " of the new version", fresh);
        String root = result.root().name();
        if (!olds.root().name().equals(root)
                || bases != null && !bases.root().name().equals(root)) {
            return decideWhole(context, "the outermost elements have different names", old, fresh);
        }
        Prologue.mergeDeclaration(bases, olds, result, context);
        new XmlMerge(context, result).mergeDocument(bases, olds, result);
        Prologue.mergeDoctype(bases, olds, result, context);
        try {
            byte[] bytes = result.bytes();
            XmlSafety.check("merged " + context.file(), bytes);
            return bytes;
        } catch (MergeException e) {
            return decideWhole(context, "the versions do not fit together: " + e.getMessage(), old, fresh);
        }
    }

    private static byte[] decideWhole(MergeContext context, String why, byte[] old, byte[] fresh) {
        Conflict conflict =
                new Conflict("", Conflict.Kind.BOTH_CHANGED, why, "the customer's whole file", "the new version's");
        return context.log().dispute(conflict) == Side.OLD ? old : fresh;
    }

    @Override
    public String text(byte[] bytes) {
        return XmlDocument.parse("file", bytes).source();
    }

    @Override
    public String redacted(byte[] bytes) {
        return XmlSecrets.wholeFile(XmlDocument.parse("file", bytes));
    }
}
