package org.carbonupgrade.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands as functions of the Gogo shell, scope {@code upgrade}. Gogo finds them by the service's properties; nothing of it
 * is imported, so that they work with the Gogo of every product.
 */
@Component(
        service = GogoCommands.class,
        property = {
            "osgi.command.scope=upgrade",
            "osgi.command.function=check",
            "osgi.command.function=backup",
            "osgi.command.function=copy",
            "osgi.command.function=compare",
            "osgi.command.function=schema",
            "osgi.command.function=configure",
            "osgi.command.function=artifacts",
            "osgi.command.function=install",
            "osgi.command.function=verify",
            "osgi.command.function=run",
            "osgi.command.function=status",
            "osgi.command.function=report",
            "osgi.command.function=copydb",
            "osgi.command.function=comparedb",
            "osgi.command.function=plan",
            "osgi.command.function=help"
        })
public final class GogoCommands {

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

    public void check(String... words) {
        give("check", words);
    }

    public void backup(String... words) {
        give("backup", words);
    }

    public void copy(String... words) {
        give("copy", words);
    }

    public void compare(String... words) {
        give("compare", words);
    }

    public void schema(String... words) {
        give("schema", words);
    }

    public void configure(String... words) {
        give("configure", words);
    }

    public void artifacts(String... words) {
        give("artifacts", words);
    }

    public void install(String... words) {
        give("install", words);
    }

    public void verify(String... words) {
        give("verify", words);
    }

    public void run(String... words) {
        give("run", words);
    }

    public void status(String... words) {
        give("status", words);
    }

    public void report(String... words) {
        give("report", words);
    }

    public void copydb(String... words) {
        give("copydb", words);
    }

    public void comparedb(String... words) {
        give("comparedb", words);
    }

    public void plan(String... words) {
        give("plan", words);
    }

    public void help(String... words) {
        give("help", words);
    }

    private void give(String command, String[] words) {
        List<String> line = new ArrayList<>();
        line.add(command);
        line.addAll(Arrays.asList(words));
        // Gogo binds System.out to the session of the thread that runs the command.
        new Commands(upgrader, copier).run(line, System.out, false);
    }
}
