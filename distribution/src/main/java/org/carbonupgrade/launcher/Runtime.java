package org.carbonupgrade.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * An OSGi framework with our bundles, for the time of a command or a console. Its storage is a temporary directory, which goes when
 * the JVM does, however it ends.
 */
final class Runtime {

    private static final String COMMAND_LINE = "(carbonupgrade.commandline=true)";
    private static final String SHELL_ARGUMENTS = "gosh.args";
    private static final int TIMES_GONE = 3;
    private static final int DELETIONS = 50;
    private static final long DELETION_MILLIS = 30;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Framework framework;
    private final Path storage;

    private Runtime(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Starts a framework, with a shell if there is to be a console. */
    static Runtime start(Layout layout, boolean console) {
        try {
            Runtime runtime = unstarted(console);
            runtime.framework.start();
            runtime.install(layout.bundles());
            if (console) {
                runtime.install(layout.consoleBundles());
            }
            return runtime;
        } catch (IOException | BundleException e) {
            throw new RuntimeFailure("The runtime does not start: " + e.getMessage(), e);
        }
    }

    private static Runtime unstarted(boolean console) throws IOException {
        Path storage = Files.createTempDirectory("carbon-upgrade");
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        if (console) {
            // Equinox tells the shell not to be interactive unless somebody else has told it how to be.
            configuration.put(SHELL_ARGUMENTS, "--quiet");
        }
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).iterator().next();
        return new Runtime(factory.newFramework(configuration), storage);
    }

    /** Runs one command; its exit status. */
    int command(String[] words) {
        return commandLine().applyAsInt(words);
    }

    /** Leaves the terminal to the shell until it is left; the exit status. */
    int console() {
        try {
            framework.waitForStop(0);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Also when somebody stops the process: whatever it was doing, it goes on the next time. */
    private void end() {
        try {
            framework.stop();
            framework.waitForStop(PATIENCE_MILLIS);
        } catch (BundleException e) {
            RuntimeFailure.tell("The framework does not stop: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deleteStorage();
    }

    private void install(List<Path> jars) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars) {
            installed.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        for (Bundle bundle : installed) {
            bundle.start();
        }
    }

    @SuppressWarnings("unchecked")
    private ToIntFunction<String[]> commandLine() {
        BundleContext context = framework.getBundleContext();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        try {
            while (System.currentTimeMillis() < deadline) {
                ServiceReference<?>[] found = context.getServiceReferences(ToIntFunction.class.getName(), COMMAND_LINE);
                if (found != null) {
                    return (ToIntFunction<String[]>) context.getService(found[0]);
                }
                Thread.sleep(10);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RuntimeFailure("The upgrade service does not come up.", null);
    }

    /** The framework writes its tables when it stops, in a thread of its own that nobody can wait for: look again after a while. */
    private void deleteStorage() {
        try {
            for (int gone = 0, round = 0; gone < TIMES_GONE && round < DELETIONS; round++) {
                gone = Files.exists(storage) ? 0 : gone + 1;
                if (gone == 0) {
                    deleteOnce();
                }
                Thread.sleep(DELETION_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteOnce() {
        try (Stream<Path> files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a file that went, or came, meanwhile: the next round has it
        }
    }
}
