package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
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

/** Reads an archive back, to prove that what was meant to be in it is. */
final class ArchiveReader {

    private ArchiveReader() {}

    /** The digests of what the archive holds. */
    static Manifest manifest(Path archive) throws IOException {
        Manifest manifest = new Manifest();
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16), RawName.ENCODING.name())) {
            for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
                if (entry.isSymbolicLink()) {
                    manifest.link(entry.getName(), entry.getLinkName());
                } else if (entry.isFile()) {
                    manifest.file(entry.getName(), digest(tar), entry.getSize());
                }
            }
        }
        return manifest;
    }

    private static String digest(InputStream content) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        IOUtils.copyLarge(new DigestInputStream(content, digest), NullOutputStream.NULL_OUTPUT_STREAM);
        return Hex.encodeHexString(digest.digest());
    }
}
