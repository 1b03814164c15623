package org.carbonupgrade.internal.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.internal.UpgradeError;

/** Where path files come from: ours stand beside this class, others are the operator's own. */
final class PathFiles {

    /** A resource's neighbours can't be listed. */
    private static final String[] OURS = {"4.4.6-4.4.7"};

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 1000;

    private PathFiles() {}

    /** Those that we have. */
    static List<PathFile> ours() {
        List<PathFile> files = new ArrayList<>();
        for (String name : OURS) {
            try (InputStream resource = PathFiles.class.getResourceAsStream(name + PathFile.ENDING)) {
                byte[] content = IOUtils.toByteArray(resource);
                files.add(PathFile.parse(name, content, new String(content, StandardCharsets.UTF_8), null));
            } catch (IOException e) {
                throw new IllegalStateException("cannot read the path " + name, e);
            }
        }
        return files;
    }

    /**
     * The operator's own.
     *
     * @param place a file, or a directory of some
     * @throws org.carbonupgrade.UpgradeException if there is none, or one makes no sense: a path that is not understood wholly is not used
     */
    static List<PathFile> at(Path place) {
        List<PathFile> files = new ArrayList<>();
        for (Path file : Files.isDirectory(place) ? in(place) : Collections.singletonList(place)) {
            files.add(read(file));
        }
        if (files.isEmpty()) {
            throw UpgradeError.PATH_FILE.at(
                    place.toString(), "The directory has no file FROM-TO" + PathFile.ENDING + ".");
        }
        return files;
    }

    private static List<Path> in(Path directory) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + PathFile.ENDING)) {
            for (Path file : found) {
                files.add(file);
                if (files.size() > MOST_FILES) {
                    throw UpgradeError.PATH_FILE.at(
                            directory.toString(), "The directory has more than " + MOST_FILES + " files.");
                }
            }
        } catch (IOException e) {
            throw UpgradeError.PATH_FILE.at(directory.toString(), "The directory cannot be read: " + e, e);
        }
        Collections.sort(files);
        return files;
    }

    private static PathFile read(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(PathFile.ENDING) || !Files.isRegularFile(file)) {
            throw UpgradeError.PATH_FILE.at(file.toString(), "There is no file FROM-TO" + PathFile.ENDING + " here.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UpgradeError.PATH_FILE.at(file.toString(), "The file is too large to be a path.");
            }
            byte[] content = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return PathFile.parse(
                    name.substring(0, name.length() - PathFile.ENDING.length()),
                    content,
                    text.startsWith("\uFEFF") ? text.substring(1) : text,
                    file.toString());
        } catch (CharacterCodingException e) {
            throw UpgradeError.PATH_FILE.at(file.toString(), "The file is not UTF-8 text.", e);
        } catch (IOException e) {
            throw UpgradeError.PATH_FILE.at(file.toString(), "The file cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw UpgradeError.PATH_FILE.at(file.toString(), e.getMessage() + ".");
        }
    }
}
