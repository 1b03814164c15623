package org.carbonupgrade.internal.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.internal.home.CarbonVersion;

/**
 * The create scripts of 4.4.6 and 4.4.7, as far as the step between these two is concerned: no archive of either is to be had, so
 * those of the stock server, which is newer and has the new names, stand for 4.4.7, and the path applied backwards makes 4.4.6 of them.
 */
public final class OldScripts {

    private OldScripts() {}

    /** What is known of the step between these two. */
    public static UpgradePath path() {
        return UpgradePaths.with(Optional.empty())
                .between(
                        CarbonVersion.in("4.4.6").get(),
                        CarbonVersion.in("4.4.7").get())
                .get();
    }

    /** The stock server's script, with the names that 4.4.7 has for this type. */
    public static String newScript(String type) throws IOException {
        String script = stock(type.equals("mysql5.7") ? "mysql" : type);
        if (type.equals("mysql")) {
            // Since 4.5 there is but one script for MySQL: that with the names of mysql5.7.
            script = word(
                    word(script, "REG_LOG_IND_BY_REGLOG", "REG_LOG_IND_BY_REG_LOGTIME"),
                    "REG_RESOURCE_IND_BY_TENAN",
                    "REG_RESOURCE_IND_BY_TENANT");
            script = script.replaceFirst("(REG_CREATED_TIME\\s+TIMESTAMP NOT NULL DEFAULT) CURRENT_TIMESTAMP", "$1 0");
            script = script.replaceFirst(
                    "(REG_LAST_UPDATED_TIME\\s+TIMESTAMP NOT NULL DEFAULT) CURRENT_TIMESTAMP", "$1 0");
        }
        return script;
    }

    /** The path applied to it backwards. */
    public static String oldScript(UpgradePath path, String type) throws IOException {
        String script = newScript(type);
        for (IndexRename rename : path.renames(type)) {
            script = word(script, rename.to(), rename.from());
        }
        for (NewIndex index : path.indexes(type)) {
            script = script.replaceAll("CREATE INDEX " + index.name() + "\\s[^/]*/", "");
        }
        for (VettedSql each : path.statements(type)) {
            String column = each.goal().toString().replaceAll("default \\w+\\.(\\w+) = .*", "$1");
            script = script.replaceFirst("(" + column + "\\s+TIMESTAMP NOT NULL) DEFAULT 0", "$1");
        }
        return script;
    }

    private static String word(String text, String from, String to) {
        return text.replaceAll("\\b" + Pattern.quote(from) + "\\b", to);
    }

    private static String stock(String name) throws IOException {
        try (ZipFile zip =
                new ZipFile(Paths.get("target/stock/wso2carbon-core.zip").toFile())) {
            return IOUtils.toString(
                    zip.getInputStream(zip.stream()
                            .filter(entry -> entry.getName().endsWith("/dbscripts/" + name + ".sql"))
                            .findFirst()
                            .get()),
                    StandardCharsets.UTF_8);
        }
    }
}
