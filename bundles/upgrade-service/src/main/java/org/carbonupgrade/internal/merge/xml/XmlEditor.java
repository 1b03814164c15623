package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.internal.merge.MergeException;

/**
 * Edits single places of an XML file; every other byte stays as it is. Elements found before an edit stay valid after
 * it. Every edit can be taken back, in reverse order.
 */
public final class XmlEditor {

    private final XmlDocument document;

    public XmlEditor(XmlDocument document) {
        this.document = document;
    }

    public XmlDocument document() {
        return document;
    }

    /** Gives an element a text, in place of everything that is inside. */
    public XmlEdit setText(XmlElement element, String text) {
        String before = element.body();
        List<XmlNode> content = new ArrayList<>();
        if (!text.isEmpty()) {
            content.add(new XmlText(document.encoding().referring(XmlChars.escapeText(text))));
        }
        element.replaceNodes(content);
        return new XmlEdit(XmlEdit.Kind.CONTENT, XmlPath.of(element), 0, before, element.body());
    }

    /** Gives an attribute a value; a null value takes it away. */
    public XmlEdit setAttribute(XmlElement element, String name, String value) {
        int index = element.attributeIndex(name);
        String before = index < 0 ? null : source(element, element.attributes().get(index));
        if (value == null) {
            if (index >= 0) {
                element.removeAttribute(index);
            }
        } else {
            XmlAttribute written = index < 0
                    ? new XmlAttribute(" ", name, "=", '"', "")
                    : element.attributes().get(index);
            written = written.withValue(value, document.encoding());
            if (index < 0) {
                element.addAttribute(element.attributes().size(), written);
            } else {
                element.setAttribute(index, written);
            }
        }
        XmlAttribute now = element.findAttribute(name);
        return new XmlEdit(
                XmlEdit.Kind.ATTRIBUTE,
                XmlPath.of(element) + "/@" + name,
                index < 0 ? element.attributes().size() - 1 : index,
                before,
                now == null ? null : source(element, now));
    }

    private static String source(XmlElement element, XmlAttribute attribute) {
        StringBuilder out = new StringBuilder();
        attribute.write(out, element, RawFilter.NONE);
        return out.toString();
    }

    /** Puts XML, an element or a comment, behind a node, on a line of its own where that node has one. */
    public XmlEdit insertAfter(XmlNode sibling, String xml) {
        XmlContainer parent = sibling.parent();
        return insert(parent, parent.indexOf(sibling) + 1, indentation(sibling) + xml);
    }

    /** Puts XML, an element or a comment, before a node, on a line of its own where that node has one. */
    public XmlEdit insertBefore(XmlNode sibling, String xml) {
        XmlContainer parent = sibling.parent();
        int index = parent.indexOf(sibling) - (spaceBefore(sibling).isEmpty() ? 0 : 1);
        return insert(parent, index, indentation(sibling) + xml);
    }

    /** Puts XML, an element or a comment, last into an element that holds no text. */
    public XmlEdit append(XmlElement parent, String xml) {
        List<XmlNode> items = parent.items();
        if (!items.isEmpty()) {
            return insertAfter(items.get(items.size() - 1), xml);
        }
        String before = parent.body();
        String indentation = indentation(parent);
        insert(parent, parent.nodes().size(), indentation + "    " + xml + indentation);
        return new XmlEdit(XmlEdit.Kind.CONTENT, XmlPath.of(parent), 0, before, parent.body());
    }

    /** A comment as XML, for the insertions. Two hyphens in a row, which a comment can't hold, are set apart. */
    public static String comment(String words) {
        return "<!-- " + words.replaceAll("-(?=-)", "- ") + " -->";
    }

    private XmlEdit insert(XmlContainer parent, int index, String xml) {
        String source = new Adopter(document).layout(xml);
        int at = index;
        for (XmlNode node : fragment(source)) {
            parent.add(at++, node);
        }
        return new XmlEdit(XmlEdit.Kind.INSERTION, pathOf(parent), index, null, source);
    }

    /** Takes a node out, with the white space before it. */
    public XmlEdit remove(XmlNode node) {
        XmlContainer parent = node.parent();
        String space = spaceBefore(node);
        int index = parent.indexOf(node) - (space.isEmpty() ? 0 : 1);
        int count = space.isEmpty() ? 1 : 2;
        for (int i = 0; i < count; i++) {
            parent.remove(index);
        }
        return new XmlEdit(XmlEdit.Kind.REMOVAL, pathOf(parent), index, space + node.source(), null);
    }

    /**
     * Takes an edit back.
     *
     * @throws MergeException if what the edit made is not there any more
     */
    public void undo(XmlEdit edit) {
        XmlContainer place = edit.path().isEmpty() ? document : document.find(edit.path());
        if (place == null) {
            throw changedSince(edit);
        }
        switch (edit.kind()) {
            case CONTENT:
                undoContent((XmlElement) place, edit);
                break;
            case ATTRIBUTE:
                undoAttribute((XmlElement) place, edit);
                break;
            case INSERTION:
                undoInsertion(place, edit);
                break;
            default:
                undoRemoval(place, edit);
        }
    }

    private void undoContent(XmlElement element, XmlEdit edit) {
        if (!element.body().equals(edit.after())) {
            throw changedSince(edit);
        }
        element.takeBody(
                (XmlElement) fragment("<" + element.name() + edit.before()).get(0));
    }

    private void undoAttribute(XmlElement element, XmlEdit edit) {
        String name = edit.path().substring(edit.path().lastIndexOf('@') + 1);
        XmlAttribute now = element.findAttribute(name);
        String written = now == null ? null : source(element, now);
        if (written == null ? edit.after() != null : !written.equals(edit.after())) {
            throw changedSince(edit);
        }
        if (now != null) {
            element.removeAttribute(element.attributeIndex(name));
        }
        if (edit.before() != null) {
            XmlElement holder =
                    (XmlElement) fragment("<a" + edit.before() + "/>").get(0);
            int index = Math.min(edit.index(), element.attributes().size());
            element.addAttribute(index, holder.attributes().get(0));
        }
    }

    private void undoInsertion(XmlContainer parent, XmlEdit edit) {
        int count = fragment(edit.after()).size();
        List<Integer> places = new ArrayList<>();
        places.add(edit.index());
        for (int i = 0; i + count <= parent.nodes().size(); i++) {
            places.add(i);
        }
        for (int place : places) {
            if (source(parent, place, count).equals(edit.after())) {
                for (int i = 0; i < count; i++) {
                    parent.remove(place);
                }
                return;
            }
        }
        throw changedSince(edit);
    }

    private static String source(XmlContainer parent, int from, int count) {
        StringBuilder source = new StringBuilder();
        for (int i = from; i < Math.min(from + count, parent.nodes().size()); i++) {
            source.append(parent.nodes().get(i).source());
        }
        return source.toString();
    }

    private void undoRemoval(XmlContainer parent, XmlEdit edit) {
        if (edit.index() > parent.nodes().size()) {
            throw changedSince(edit);
        }
        int at = edit.index();
        for (XmlNode node : fragment(edit.before())) {
            parent.add(at++, node);
        }
    }

    private static String pathOf(XmlContainer container) {
        return container instanceof XmlElement ? XmlPath.of(container) : "";
    }

    private static String spaceBefore(XmlNode node) {
        int index = node.parent().indexOf(node);
        XmlNode before = index == 0 ? null : node.parent().nodes().get(index - 1);
        return before instanceof XmlText && ((XmlText) before).isBlank() ? before.source() : "";
    }

    /** The line end and the white space before a node, without the empty lines above; nothing if it shares its line. */
    private static String indentation(XmlNode node) {
        String space = XmlChars.unixLines(spaceBefore(node));
        return space.indexOf('\n') < 0 ? "" : space.substring(space.lastIndexOf('\n'));
    }

    private static List<XmlNode> fragment(String source) {
        return XmlScanner.scanFragment(source)
                .map(holder -> {
                    List<XmlNode> nodes = new ArrayList<>(holder.nodes());
                    holder.replaceNodes(new ArrayList<>());
                    return nodes;
                })
                .orElseThrow(() -> new IllegalArgumentException("not a piece of XML"));
    }

    private MergeException changedSince(XmlEdit edit) {
        return new MergeException(
                MergeException.CHANGED_SINCE,
                document.file() + " " + edit.path(),
                "this place was changed since it was edited, so the edit can't be taken back",
                "Set the place by hand to what it is to be.");
    }
}
