package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.carbonupgrade.internal.configure.VanillaHome;

/** Decides what becomes of a file of the old home where the new home may have one of its own. */
final class Decider {

    /** Services that every version ships and builds anew: the new version's are never replaced. */
    private static final Set<String> ALWAYS_NEW = new HashSet<>(Arrays.asList("Version.aar", "Echo.aar"));

    private final VanillaHome vanilla;
    private final StoreSettings stores;

    /**
     * @param vanilla the old version as downloaded, or null
     * @param stores what the old home's configuration names
     */
    Decider(VanillaHome vanilla, StoreSettings stores) {
        this.vanilla = vanilla;
        this.stores = stores;
    }

    /** @param relative the file's path from the home, with slashes */
    Decision decide(Path old, Path target, String relative) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Decision.COPY;
        }
        if (sameContent(old, target)) {
            return Decision.EQUAL;
        }
        if (ALWAYS_NEW.contains(old.getFileName().toString())) {
            return Decision.NEW_DEFAULT;
        }
        Optional<byte[]> shipped = vanilla == null ? Optional.empty() : vanilla.read(relative);
        if (shipped.isPresent() && isContent(target, shipped.get())) {
            return Decision.REPLACE;
        }
        if (stores.isKeyStore(old)) {
            return Decision.KEY_STORE;
        }
        return shipped.isPresent() && isContent(old, shipped.get()) ? Decision.NEW_DEFAULT : Decision.KEEP_BOTH;
    }

    private static boolean sameContent(Path one, Path other) throws IOException {
        if (Files.isSymbolicLink(one) || Files.isSymbolicLink(other)) {
            return Files.isSymbolicLink(one)
                    && Files.isSymbolicLink(other)
                    && Files.readSymbolicLink(one).equals(Files.readSymbolicLink(other));
        }
        return SameContent.of(one, other);
    }

    private static boolean isContent(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
