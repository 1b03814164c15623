package org.carbonupgrade.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.HomeText;
import org.carbonupgrade.internal.step.Workplace;

/**
 * The Java that a server would be started with is one that the new version's own start script takes. That is the one of
 * {@code JAVA_HOME}, or, without it, the one that we run on.
 */
final class JavaVersion implements Prerequisite {

    private static final Pattern SUPPORTED = Pattern.compile("supported only on JDK ([^\"'\\r\\n]+)");
    private static final Pattern NUMBER = Pattern.compile("(?:1\\.)?(\\d{1,4})");

    /** The last version that knows the setting without which older scripts start nothing. */
    private static final int LAST_ENDORSED = 8;

    private final Map<String, String> environment;

    JavaVersion() {
        this(System.getenv());
    }

    JavaVersion(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        String script = HomeText.read(workplace.newHome(), "bin/wso2server.sh").orElse("");
        ServerJava which = new ServerJava(environment);
        int java = which.number();
        String where = workplace.newHome().resolve("bin/wso2server.sh").toString();
        Matcher supported = SUPPORTED.matcher(script);
        if (java > LAST_ENDORSED && HomeText.withoutComments(script, "#").contains("java.endorsed.dirs")) {
            found.accept(UpgradeError.JAVA_VERSION.found(
                    Status.FAIL,
                    where,
                    "The new version's start script sets java.endorsed.dirs, with which " + which
                            + " does not start at all."));
        } else if (supported.find()) {
            boolean listed = numbers(supported.group(1)).contains(java);
            found.accept(UpgradeError.JAVA_VERSION.found(
                    listed ? Status.OK : Status.WARN,
                    where,
                    "The new version supports JDK " + supported.group(1).trim() + "; a server would be started with "
                            + which + "."));
        }
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Integer.valueOf(number.group(1)));
        }
        return numbers;
    }
}
