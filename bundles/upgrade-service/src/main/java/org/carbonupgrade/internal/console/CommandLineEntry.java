package org.carbonupgrade.internal.console;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.carbonupgrade.Upgrader;
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

    private Commands commands;

    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader upgrader) {
        commands = new Commands(upgrader);
    }

    void unbindUpgrader(Upgrader upgrader) {
        commands = null;
    }

    @Override
    public int applyAsInt(String[] words) {
        return commands.run(Arrays.asList(words), System.out, System.console() != null);
    }
}
