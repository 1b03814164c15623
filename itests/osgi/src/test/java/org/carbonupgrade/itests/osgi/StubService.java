package org.carbonupgrade.itests.osgi;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

/** A stub of one of Carbon's services: it comes and goes, and does nothing but note that it was asked for something. */
final class StubService {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Bundle carbon;
    private final String type;
    private ServiceRegistration<?> registration;

    /** @param carbon exports the type, and registers the service */
    StubService(Bundle carbon, String type) {
        this.carbon = carbon;
        this.type = type;
    }

    /** What it was asked for. */
    List<String> calls() {
        return calls;
    }

    boolean isThere() {
        return registration != null;
    }

    void register() throws ReflectiveOperationException {
        Class<?> service = carbon.loadClass(type);
        registration = carbon.getBundleContext().registerService(type, stub(service), null);
    }

    /** The data source service is a class: one of its objects, which knows no data source. */
    private Object stub(Class<?> service) throws ReflectiveOperationException {
        return service.isInterface()
                ? Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, this::answer)
                : service.getDeclaredConstructor().newInstance();
    }

    void unregister() {
        registration.unregister();
        registration = null;
    }

    private Object answer(Object stub, Method method, Object... arguments) {
        switch (method.getName()) {
            case "hashCode":
                return System.identityHashCode(stub);
            case "equals":
                return stub == arguments[0];
            case "toString":
                return "stub of " + type;
            default:
                calls.add(method.toString());
                throw new UnsupportedOperationException("a stub of " + type + " can't " + method.getName());
        }
    }
}
