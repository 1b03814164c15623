package org.carbonupgrade.itests.support;

import java.nio.file.Path;

/** Makes a home as downloaded, the new one of an upgrade: {@code StockHomeMain TARGET_DIR PACK_ZIP}. */
public final class StockHomeMain {

    private StockHomeMain() {}

    public static void main(String[] arguments) {
        Main.run("StockHomeMain TARGET_DIR PACK_ZIP", 2, 2, arguments, () -> {
            Main.say("making a new home in " + arguments[0]);
            StockHome.in(Path.of(arguments[0])).from(CarbonPack.at(Path.of(arguments[1])));
        });
    }
}
