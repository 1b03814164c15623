package org.carbonupgrade.dbcopy.internal.monitor;

import java.lang.management.ManagementFactory;
import java.util.function.Function;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.carbonupgrade.dbcopy.Progress;

/** Shows a verb to monitoring tools as long as it is at work. That they can't see it is no reason not to do it. */
public final class Monitored {

    private static final String NAME = "org.carbonupgrade:type=DatabaseWork,database=";

    private Monitored() {}

    /**
     * Does the work.
     *
     * @param follower is told what the work tells the progress that it is given
     */
    public static <R> R run(String verb, String database, Progress follower, Function<Progress, R> work) {
        DatabaseWork bean = new DatabaseWork(verb, database, follower);
        ObjectName name = register(bean);
        try {
            return work.apply(bean);
        } finally {
            unregister(name);
        }
    }

    /** The name under which it is registered, or null if it can't be. */
    private static ObjectName register(DatabaseWork bean) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            String plain = NAME + ObjectName.quote(bean.getDatabase());
            for (int number = 1; ; number++) {
                try {
                    ObjectName name = new ObjectName(number == 1 ? plain : plain + ",number=" + number);
                    return server.registerMBean(bean, name).getObjectName();
                } catch (InstanceAlreadyExistsException e) {
                    // other work on a database of this name
                }
            }
        } catch (JMException | RuntimeException e) {
            return null;
        }
    }

    private static void unregister(ObjectName name) {
        if (name != null) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            } catch (JMException | RuntimeException e) {
                // somebody has taken it away already
            }
        }
    }
}
