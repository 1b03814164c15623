package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.state.FileDigest;

/** Size and digest of a file, as {@code sha256sum} says it, or of all names, links and files of a directory. Immutable. */
final class TreeDigest {

    private final long bytes;
    private final String sha256;

    private TreeDigest(long bytes, String sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    static TreeDigest of(Path path, UpgradeListener listener) throws IOException {
        if (Files.isDirectory(path)) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long bytes = directory(path, path, digest, listener);
            return new TreeDigest(bytes, Hex.encodeHexString(digest.digest()));
        }
        String sha256 = FileDigest.sha256(path);
        listener.done(1, Files.size(path));
        return new TreeDigest(Files.size(path), sha256);
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    private static long directory(Path root, Path directory, MessageDigest digest, UpgradeListener listener)
            throws IOException {
        long bytes = 0;
        for (Path entry : sorted(directory)) {
            String line;
            if (Files.isSymbolicLink(entry)) {
                line = "-> " + RawName.target(Files.readSymbolicLink(entry));
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                line = "directory";
            } else if (!Files.isRegularFile(entry)) {
                line = "special";
            } else {
                TreeDigest file = of(entry, listener);
                bytes += file.bytes;
                line = file.sha256;
            }
            digest.update((RawName.relative(root, entry) + "\0" + line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            if (line.equals("directory")) {
                bytes += directory(root, entry, digest, listener);
            }
        }
        return bytes;
    }

    private static List<Path> sorted(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            found.forEach(entries::add);
        }
        entries.sort(Comparator.comparing(RawName::last));
        return entries;
    }
}
