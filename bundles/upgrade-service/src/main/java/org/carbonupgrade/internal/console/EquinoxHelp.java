package org.carbonupgrade.internal.console;

import org.eclipse.osgi.framework.console.CommandProvider;

/** Lists the commands in the {@code help} of Equinox's console; running them is Gogo's business. */
final class EquinoxHelp implements CommandProvider {

    @Override
    public String getHelp() {
        return Help.forConsole();
    }
}
