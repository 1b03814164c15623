package org.carbonupgrade.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The upgrade of one home of the stock server to another, with a plan and the commands; no server runs. */
public final class StockUpgrade extends PlannedUpgrade<StockUpgrade> {

    private final StockHome oldHome;
    private final StockHome newHome;

    private StockUpgrade(Path root, String from, String to) throws IOException {
        super(root, "wso2carbon", "wso2carbon");
        this.oldHome = StockHome.make(root.resolve("old"), from);
        this.newHome = StockHome.make(root.resolve("new"), to);
        // To archive a whole server takes its time.
        plan("backup.existing", Files.createFile(root.resolve("backup.tar")).toString());
    }

    public static StockUpgrade in(Path root, String from, String to) throws IOException {
        return new StockUpgrade(root, from, to);
    }

    public StockHome oldHome() {
        return oldHome;
    }

    public StockHome newHome() {
        return newHome;
    }

    /** Puts the jar that a class comes from into the old home, as its administrator did. */
    public StockUpgrade driver(Class<?> driver) throws IOException {
        try {
            Path jar = Paths.get(
                    driver.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path lib = oldHome.path("repository/components/lib");
            Files.createDirectories(lib);
            Files.copy(jar, lib.resolve(jar.getFileName()));
            return this;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
