package org.carbonupgrade.verification.internal.run;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.files.Places;
import org.wso2.carbon.ndatasource.core.DataSourceService;
import org.wso2.carbon.user.core.service.RealmService;

/** A server that has a home and nothing else that works: whatever is asked of it fails. */
public final class BrokenServer {

    private BrokenServer() {}

    public static CarbonServer at(Path home) {
        RealmService realms = (RealmService) Proxy.newProxyInstance(
                BrokenServer.class.getClassLoader(),
                new Class<?>[] {RealmService.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the realm is broken");
                });
        return new CarbonServer(realms, new DataSourceService(), new Places(home));
    }
}
