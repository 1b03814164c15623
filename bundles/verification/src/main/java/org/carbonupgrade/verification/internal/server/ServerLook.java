package org.carbonupgrade.verification.internal.server;

import java.util.Collections;
import java.util.Set;
import org.carbonupgrade.verification.Check;

/** A check that looks at a part of the server itself. Makes nothing. */
abstract class ServerLook implements Check {

    private final String name;
    private final String title;
    private final int order;

    ServerLook(String name, String title, int order) {
        this.name = name;
        this.title = title;
        this.order = order;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Set<String> tags() {
        return Collections.singleton("server");
    }

    @Override
    public final int order() {
        return order;
    }
}
