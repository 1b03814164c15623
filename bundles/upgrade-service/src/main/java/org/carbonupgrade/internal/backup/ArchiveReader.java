package org.carbonupgrade.internal.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.NullOutputStream;
import org.carbonupgrade.UpgradeListener;

/** Reads an archive back, to prove that what its manifest says is in it: names, modes, times, links and every byte. */
final class ArchiveReader {

    private static final int BUFFER = 1 << 16;

    private ArchiveReader() {}

    /** The first entry that is not as the manifest says, or null if archive and manifest are equal. */
    static String firstDifference(Path archive, Path manifest, UpgradeListener listener) throws IOException {
        try (BufferedReader expected =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(manifest), RawName.ENCODING));
                InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(file, BUFFER), RawName.ENCODING.name())) {
            for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
                String found = EntryLines.of(entry, entry.isFile() && !entry.isSymbolicLink() ? digest(tar) : null);
                for (String line : found.split("\n")) {
                    if (!line.equals(expected.readLine())) {
                        return entry.getName();
                    }
                }
                listener.done(1, entry.getSize());
            }
            // Behind the last entry, up to the checksum at the end.
            IOUtils.copyLarge(tar, NullOutputStream.NULL_OUTPUT_STREAM);
            return expected.readLine();
        }
    }

    private static String digest(InputStream content) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        IOUtils.copyLarge(
                new DigestInputStream(content, digest), NullOutputStream.NULL_OUTPUT_STREAM, new byte[BUFFER]);
        return Hex.encodeHexString(digest.digest());
    }
}
