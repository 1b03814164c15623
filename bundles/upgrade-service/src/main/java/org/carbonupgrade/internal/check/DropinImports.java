package org.carbonupgrade.internal.check;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.BundleHeaders;
import org.carbonupgrade.internal.step.Workplace;

/** Every dropin of the customer's finds in the new server the packages that it imports: one that does not stays away without a word. */
final class DropinImports implements Prerequisite {

    /** Made by Carbon at start-up, or ours. */
    private static final Pattern NOT_CUSTOMERS =
            Pattern.compile(".*\\.(config|propfile)_1\\.0\\.0\\.jar|org\\.carbonupgrade\\..*");

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        List<Path> dropins = OfferedPackages.jars(workplace.oldHome().dropins()).stream()
                .filter(jar ->
                        !NOT_CUSTOMERS.matcher(jar.getFileName().toString()).matches())
                .collect(Collectors.toList());
        if (dropins.isEmpty()) {
            return;
        }
        OfferedPackages offered = OfferedPackages.of(workplace.newHome(), workplace.oldHome());
        for (Path jar : dropins) {
            try {
                found.accept(judge(jar, offered));
            } catch (UpgradeException e) {
                found.accept(UpgradeError.DROPIN_IMPORTS.found(Status.WARN, jar.toString(), e.getMessage()));
            }
        }
    }

    private static Finding judge(Path jar, OfferedPackages offered) {
        List<String> missing = BundleHeaders.of(jar).imports().entrySet().stream()
                .filter(each -> !offered.has(each.getKey(), each.getValue()))
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .collect(Collectors.toList());
        return UpgradeError.DROPIN_IMPORTS.found(
                missing.isEmpty() ? Status.OK : Status.WARN,
                jar.toString(),
                missing.isEmpty()
                        ? "The new version has all packages that the dropin " + jar.getFileName() + " imports."
                        : "The new version lacks packages that the dropin imports: " + String.join(", ", missing)
                                + ".");
    }
}
