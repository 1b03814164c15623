package org.carbonupgrade.verification.internal.server;

import java.util.Arrays;
import java.util.Objects;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Looks whether every bundle is resolved, and started if it is to be: the server itself says nothing of one that is not. */
public final class BundlesCheck extends ServerLook {

    private final BundleContext context;

    public BundlesCheck(BundleContext context) {
        super("bundles", "Every bundle is resolved and started", 10);
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public void run(CheckContext findings) {
        Bundle[] bundles = context.getBundles();
        MissingWires missing = new MissingWires(Arrays.asList(bundles));
        int bad = 0;
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.INSTALLED) {
                if (!NotForHere.is(bundle, context::getProperty)) {
                    bad++;
                    findings.add(
                            Code.VF_BUNDLE_UNRESOLVED.fail(called(bundle) + " is not resolved: " + missing.of(bundle)));
                }
            } else if (bundle.getState() == Bundle.RESOLVED && PersistentStart.isDue(bundle, context)) {
                bad++;
                findings.add(Code.VF_BUNDLE_NOT_STARTED.fail(
                        called(bundle) + " is resolved, was to be started, and is not"));
            }
        }
        findings.count("bundles", bundles.length);
        if (bad == 0) {
            findings.add(Code.VF_OK.ok("all bundles are resolved, and started if they are to be"));
        }
    }

    static String called(Bundle bundle) {
        String name = bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
        return "bundle " + name + " " + bundle.getVersion();
    }
}
