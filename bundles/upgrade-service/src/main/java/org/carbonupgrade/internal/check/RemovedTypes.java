package org.carbonupgrade.internal.check;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.step.Workplace;

/** No database is of a type that the new version has no create script for any more. */
final class RemovedTypes implements Prerequisite {

    /** Carbon itself has dropped these for good. */
    private static final String[] DROPPED = {"derby", "openedge"};

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        Set<String> removed = new TreeSet<>();
        OwnPathFiles.path(workplace).ifPresent(path -> removed.addAll(path.removedTypes()));
        for (String type : DROPPED) {
            if (!workplace
                    .newHome()
                    .resolve("dbscripts/" + type + ".sql")
                    .toFile()
                    .exists()) {
                removed.add(type);
            }
        }
        for (DataSource source : DataSourceFiles.of(workplace.oldHome())) {
            String url = source.url().toLowerCase(Locale.ROOT);
            for (String type : removed) {
                if (url.startsWith("jdbc:" + type + ":") || url.startsWith("jdbc:datadirect:" + type + ":")) {
                    found.accept(removed(type, source.name(), workplace));
                }
            }
        }
        for (DatabasePair pair : workplace.databases().pairs()) {
            String type = workplace.copier().scriptName(pair.old());
            if (removed.contains(type)) {
                found.accept(removed(type, pair.name(), workplace));
            }
        }
    }

    private static Finding removed(String type, String database, Workplace workplace) {
        return UpgradeError.DATABASE_TYPE_REMOVED.found(
                Status.FAIL,
                database,
                "The database is of the type " + type + ", which version "
                        + workplace.newHome().version() + " does not support any more.");
    }
}
