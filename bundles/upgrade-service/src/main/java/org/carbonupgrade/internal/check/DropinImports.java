package org.carbonupgrade.internal.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.BundleHeaders;
import org.carbonupgrade.internal.step.Workplace;
import org.osgi.framework.VersionRange;

/** Every dropin of the customer's finds in the new server the packages and bundles that it needs: one that does not stays away without a word. */
final class DropinImports implements Prerequisite {

    /** Made by Carbon at start-up, or ours. */
    private static final Pattern NOT_CUSTOMERS =
            Pattern.compile(".*\\.(config|propfile)_1\\.0\\.0\\.jar|org\\.carbonupgrade\\..*");

    private final ServerJava java;

    DropinImports() {
        this(new ServerJava(System.getenv()));
    }

    /** @param java the Java that the new server is to run on */
    DropinImports(ServerJava java) {
        this.java = java;
    }

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        List<Path> dropins = OfferedPackages.jars(workplace.oldHome().dropins()).stream()
                .filter(jar ->
                        !NOT_CUSTOMERS.matcher(jar.getFileName().toString()).matches())
                .collect(Collectors.toList());
        if (dropins.isEmpty()) {
            return;
        }
        OfferedPackages offered = OfferedPackages.of(workplace.newHome(), workplace.oldHome(), java);
        for (Path jar : dropins) {
            try {
                found.accept(judge(jar, offered));
            } catch (UpgradeException e) {
                found.accept(UpgradeError.DROPIN_IMPORTS.found(Status.WARN, jar.toString(), e.getMessage()));
            }
        }
    }

    private static Finding judge(Path jar, OfferedPackages offered) {
        BundleHeaders headers = BundleHeaders.of(jar);
        List<String> missing = lacking(headers.imports(), offered::has);
        lacking(headers.bundles(), offered::hasBundle).forEach(bundle -> missing.add("the bundle " + bundle));
        return UpgradeError.DROPIN_IMPORTS.found(
                missing.isEmpty() ? Status.OK : Status.WARN,
                jar.toString(),
                missing.isEmpty()
                        ? "The new version has all packages and bundles that the dropin " + jar.getFileName()
                                + " needs."
                        : "The new version lacks what the dropin needs: " + String.join(", ", missing) + ".");
    }

    private static List<String> lacking(Map<String, VersionRange> needed, BiPredicate<String, VersionRange> there) {
        return needed.entrySet().stream()
                .filter(each -> !there.test(each.getKey(), each.getValue()))
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .collect(Collectors.toList());
    }
}
