package org.carbonupgrade.internal;

import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

/** Disks of a test's own, in memory, which can be full or read-only; for whoever may mount them. */
public final class SmallDisk {

    private SmallDisk() {}

    /**
     * Makes a directory the place of such a disk.
     *
     * @param options as {@code mount} has them for tmpfs, such as {@code size=1m}
     * @return whether this process may mount
     */
    public static boolean mount(Path place, String options) throws Exception {
        return succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString());
    }

    /** Changes its options. */
    public static void remount(Path place, String options) throws Exception {
        assertTrue(options, succeeds("mount", "-o", "remount," + options, place.toString()));
    }

    /** Takes it away, also while somebody has files open there. */
    public static void unmount(Path place) throws Exception {
        assertTrue(place.toString(), succeeds("umount", "--lazy", place.toString()));
    }

    private static boolean succeeds(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
