package org.carbonupgrade.internal.merge.properties;

import org.carbonupgrade.internal.merge.secret.Redaction;
import org.carbonupgrade.internal.merge.secret.SecretNames;

/** A setting or a comment line of a properties file, as written. Every character is one byte of the file. */
final class PropertyItem {

    private final String lead;
    private final String raw;
    private final String end;
    private final int keyEnd;
    private final int valueStart;
    private final String key;

    private PropertyItem(String lead, String raw, String end, int keyEnd, int valueStart, String key) {
        this.lead = lead;
        this.raw = raw;
        this.end = end;
        this.keyEnd = keyEnd;
        this.valueStart = valueStart;
        this.key = key;
    }

    /**
     * @param lead the blank lines before it
     * @param raw the line, or the lines that it goes on over, without the last line end
     * @param end the last line end; empty at the end of a file that has none
     */
    static PropertyItem setting(String lead, String raw, String end) {
        int keyStart = PropertySyntax.skipSpace(raw, 0);
        int keyEnd = PropertySyntax.endOfKey(raw, keyStart);
        int valueStart = PropertySyntax.startOfValue(raw, keyEnd);
        String key = PropertySyntax.unescape(raw.substring(keyStart, keyEnd));
        return new PropertyItem(lead, raw, end, keyEnd, valueStart, key);
    }

    static PropertyItem comment(String lead, String raw, String end) {
        return new PropertyItem(lead, raw, end, -1, -1, null);
    }

    boolean isComment() {
        return key == null;
    }

    /** The key that a program sees; null for a comment. */
    String key() {
        return key;
    }

    /** The value that a program sees. */
    String value() {
        return PropertySyntax.unescape(raw.substring(valueStart));
    }

    String lead() {
        return lead;
    }

    String raw() {
        return raw;
    }

    String end() {
        return end;
    }

    /** The setting that stands switched off in this comment, or null. */
    PropertyItem dormant() {
        String content = raw.trim();
        int start = 0;
        while (start < content.length() && (content.charAt(start) == '#' || content.charAt(start) == '!')) {
            start++;
        }
        return isComment() && start < content.length() ? setting("", content.substring(start), "") : null;
    }

    /** This setting's place and way of writing its key, with another one's value as that is written. */
    PropertyItem withValueOf(PropertyItem other, String lineEnd) {
        String theirs = PropertySyntax.withLineEnds(other.raw.substring(other.startOfValueLines()), lineEnd);
        String separator = valueStart > keyEnd || theirs.isEmpty() ? "" : "=";
        return setting(lead, raw.substring(0, startOfValueLines()) + separator + theirs, end);
    }

    /** Where the value starts, or the backslash after which it starts on a line of its own. */
    private int startOfValueLines() {
        int backslash = raw.indexOf('\\', keyEnd);
        return backslash < 0 ? valueStart : Math.min(backslash, valueStart);
    }

    /** The same with a file's kind of line ends. */
    PropertyItem withLineEnds(String lineEnd) {
        String newLead = PropertySyntax.withLineEnds(lead, lineEnd);
        String newRaw = PropertySyntax.withLineEnds(raw, lineEnd);
        return isComment() ? comment(newLead, newRaw, lineEnd) : setting(newLead, newRaw, lineEnd);
    }

    /** Whether the next line would be taken for a part of this one: at the end of a file a line may stop so. */
    boolean goesOn() {
        return !isComment() && PropertySyntax.endsEscaped(raw, 0, raw.length());
    }

    /** As written, without secrets, every line in its place. */
    String redacted() {
        if (isComment() || !SecretNames.isSecret(key)) {
            return Redaction.text(raw);
        }
        String value = raw.substring(valueStart);
        return Redaction.isHarmless(value) ? raw : raw.substring(0, valueStart) + Redaction.blot(value);
    }
}
