package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.internal.UpgradeError;

/** The directory of a Carbon product, and where things are in it. */
public final class CarbonHome {

    /** The tenant id that Carbon gives to the tenant that is always there. */
    public static final int SUPER_TENANT = -1234;

    private final Path path;
    private final CarbonVersion version;

    private CarbonHome(Path path) {
        this.path = path;
        this.version = CarbonVersion.of(path);
    }

    /**
     * A home, with links to it followed.
     *
     * @throws org.carbonupgrade.UpgradeException if the directory is no Carbon home
     */
    public static CarbonHome at(Path directory) {
        for (String part : new String[] {"bin", "repository/conf/carbon.xml", "repository/components/plugins"}) {
            if (!Files.exists(directory.resolve(part))) {
                throw UpgradeError.HOME_NOT_CARBON.at(
                        directory.toString(), "The directory is no Carbon home: it has no " + part + ".");
            }
        }
        try {
            return new CarbonHome(directory.toRealPath());
        } catch (IOException e) {
            throw UpgradeError.HOME_NOT_CARBON.at(directory.toString(), "The directory cannot be read.", e);
        }
    }

    /** The real path of the home. */
    public Path path() {
        return path;
    }

    /** Whether a place lies in this home, whatever links lead there: it need not be there yet, nor all directories above it. */
    public boolean holds(Path place) {
        Path there = place.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there != null && there.toRealPath().startsWith(path);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(there.toString(), "The directory cannot be read: " + e, e);
        }
    }

    public CarbonVersion version() {
        return version;
    }

    /** A file or directory of the home, by its path from there. */
    public Path resolve(String relative) {
        return path.resolve(relative);
    }

    /** {@code repository/conf}. */
    public Path conf() {
        return resolve("repository/conf");
    }

    public Path carbonXml() {
        return resolve("repository/conf/carbon.xml");
    }

    /** {@code repository/deployment/server}: the super tenant's artifacts. */
    public Path deployment() {
        return resolve("repository/deployment/server");
    }

    /** {@code repository/tenants}: a directory for each tenant, named by its id. */
    public Path tenants() {
        return resolve("repository/tenants");
    }

    public Path dropins() {
        return resolve("repository/components/dropins");
    }

    /** {@code repository/upgrade}: where the state of an upgrade is kept. */
    public Path upgrade() {
        return resolve("repository/upgrade");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
