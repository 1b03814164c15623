package org.carbonupgrade.internal.report;

import com.samskivert.mustache.Escapers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of like things as an HTML table; a list within a thing is a table that opens on demand below its row. */
final class HtmlTable {

    private HtmlTable() {}

    /** Whether a figure is a list of things with names and values. */
    static boolean isTable(Object figure) {
        return figure instanceof List
                && !((List<?>) figure).isEmpty()
                && ((List<?>) figure).stream().allMatch(Map.class::isInstance);
    }

    static String of(List<?> things) {
        Set<String> columns = new LinkedHashSet<>();
        for (Object thing : things) {
            ((Map<?, ?>) thing).forEach((name, value) -> {
                if (!isTable(value)) {
                    columns.add(String.valueOf(name));
                }
            });
        }
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        columns.forEach(column -> html.append("<th>").append(escape(column)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Object thing : things) {
            row((Map<?, ?>) thing, columns, html);
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static void row(Map<?, ?> thing, Set<String> columns, StringBuilder html) {
        html.append("<tr>");
        for (String column : columns) {
            Object value = thing.get(column);
            html.append(value instanceof Number ? "<td class=\"n\">" : "<td>")
                    .append(value == null ? "" : escape(Words.figure(value)))
                    .append("</td>");
        }
        html.append("</tr>");
        thing.forEach((name, value) -> {
            if (isTable(value)) {
                html.append("<tr><td colspan=\"").append(columns.size()).append("\"><details><summary>");
                html.append(escape(((List<?>) value).size() + " " + name)).append("</summary>");
                html.append(of((List<?>) value)).append("</details></td></tr>");
            }
        });
    }

    private static String escape(String text) {
        return Escapers.HTML.escape(text);
    }
}
