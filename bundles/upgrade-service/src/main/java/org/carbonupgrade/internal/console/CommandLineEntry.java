package org.carbonupgrade.internal.console;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The entry of the stand-alone runtime: its launcher lives outside the framework, and shares no types with us but those of the
 * Java platform. Takes the words of the command line, gives the exit status.
 */
@Component(service = ToIntFunction.class, property = CommandLineEntry.PROPERTY + "=true")
public final class CommandLineEntry implements ToIntFunction<String[]> {

    /** The service property by which the launcher finds it. */
    static final String PROPERTY = "carbonupgrade.commandline";

    private Upgrader upgrader;
    private DatabaseCopier copier;

    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader service) {
        upgrader = service;
    }

    void unbindUpgrader(Upgrader service) {
        upgrader = null;
    }

    @Reference(unbind = "unbindCopier")
    void bindCopier(DatabaseCopier service) {
        copier = service;
    }

    void unbindCopier(DatabaseCopier service) {
        copier = null;
    }

    @Override
    public int applyAsInt(String[] words) {
        return new Commands(upgrader, copier).run(Arrays.asList(words), System.out, System.console() != null);
    }
}
