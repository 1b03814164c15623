package org.carbonupgrade.internal;

import java.util.Arrays;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.console.Commands;
import org.carbonupgrade.internal.osgi.UpgraderComponent;

/** Gives a command in a process of its own, which can be killed. */
public final class KilledCommand {

    private KilledCommand() {}

    public static void main(String[] words) {
        DatabaseCopier copier = new JdbcDatabaseCopier();
        System.exit(new Commands(UpgraderComponent.of(copier), copier).run(Arrays.asList(words), System.out, false));
    }
}
