package org.carbonupgrade.itests.osgi;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Which services there are to be. */
final class Expected {

    private static final String[] COPIER = {"org.carbonupgrade.dbcopy.DatabaseCopier"};
    private static final String[] UPGRADE = {
        "org.carbonupgrade.Upgrader",
        "org.carbonupgrade.internal.console.GogoCommands",
        "org.eclipse.osgi.framework.console.CommandProvider",
        "java.util.function.ToIntFunction"
    };
    private static final String[] VERIFICATION = {
        "org.carbonupgrade.verification.Verification",
        "org.carbonupgrade.verification.Check",
        "org.carbonupgrade.verification.internal.console.VerificationCommand",
        "org.wso2.carbon.core.ServerStartupObserver"
    };
    private static final String[] VERIFIER = {"org.carbonupgrade.internal.verify.ServerVerifier"};
    private static final String[] LISTENER = {"org.carbonupgrade.verification.VerificationListener"};

    private Expected() {}

    /**
     * The types of the services of our bundles.
     *
     * @param copier whether the database copy is active
     * @param service whether the upgrade service is
     * @param verification whether the verification is, and Carbon's services are there
     */
    static Set<String> services(boolean copier, boolean service, boolean verification) {
        Set<String> types = new TreeSet<>();
        if (copier) {
            types.addAll(Arrays.asList(COPIER));
        }
        if (copier && service) {
            types.addAll(Arrays.asList(UPGRADE));
        }
        if (verification) {
            types.addAll(Arrays.asList(VERIFICATION));
        }
        if (service && verification) {
            types.addAll(Arrays.asList(VERIFIER));
        }
        if (copier && service && verification) {
            types.addAll(Arrays.asList(LISTENER));
        }
        return types;
    }
}
