package org.carbonupgrade.distribution;

import static org.junit.Assert.assertEquals;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.verification.Verification;
import org.junit.Test;

/**
 * The API of each bundle is the one written down in {@code src/test/api}: whoever changes it sees so, and raises the version of
 * its package.
 */
public class PublicApiTest {

    /** What every class has, depends on the JDK that builds. */
    private static final Set<String> INHERITED = Stream.of(Object.class, Throwable.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .map(PublicApiTest::signature)
            .collect(Collectors.toSet());

    @Test
    public void ofTheDatabaseCopyIsTheOneWrittenDown() throws Exception {
        check(DatabaseCopier.class);
    }

    @Test
    public void ofTheVerificationIsTheOneWrittenDown() throws Exception {
        check(Verification.class);
    }

    @Test
    public void ofTheUpgradeServiceIsTheOneWrittenDown() throws Exception {
        check(Upgrader.class);
    }

    private static void check(Class<?> service) throws Exception {
        String file = service.getPackage().getName() + ".txt";
        Path built = Paths.get("target", "api", file);
        String api = api(service);
        Files.createDirectories(built.getParent());
        Files.write(built, api.getBytes(StandardCharsets.UTF_8));
        Path written = Paths.get("src", "test", "api", file);
        String before = Files.exists(written) ? new String(Files.readAllBytes(written), StandardCharsets.UTF_8) : "";
        assertEquals(
                "The API has changed. If that is meant, raise the version in the package's package-info.java, and put "
                        + built + " in place of " + written,
                before,
                api);
    }

    private static String api(Class<?> service) throws Exception {
        try (Analyzer bundle = new Analyzer(new Jar(jar(service)))) {
            StringBuilder text = new StringBuilder();
            print(new DiffPluginImpl().tree(bundle).get("<api>"), "", text);
            return text.toString();
        }
    }

    private static void print(Tree part, String indent, StringBuilder text) {
        text.append(indent)
                .append(part.getType().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(part.getName())
                .append('\n');
        for (Tree child : part.getChildren()) {
            if (child.getType() != Type.CLASS_VERSION && !INHERITED.contains(child.getName())) {
                print(child, indent + "  ", text);
            }
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static File jar(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
