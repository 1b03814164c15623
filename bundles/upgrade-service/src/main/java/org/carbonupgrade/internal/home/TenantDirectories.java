package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.carbonupgrade.internal.UpgradeError;

/** The directories of tenants: {@code repository/tenants/ID}. */
public final class TenantDirectories {

    private TenantDirectories() {}

    /** The directories whose names are ids, by these. */
    public static Map<Integer, Path> of(CarbonHome home) {
        Map<Integer, Path> directories = new TreeMap<>();
        if (!Files.isDirectory(home.tenants())) {
            return directories;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home.tenants(), "[0-9]*")) {
            for (Path directory : found) {
                if (directory.getFileName().toString().matches("\\d{1,9}") && Files.isDirectory(directory)) {
                    directories.put(Integer.valueOf(directory.getFileName().toString()), directory);
                }
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(home.tenants().toString(), "The directory cannot be read: " + e, e);
        }
        return directories;
    }
}
