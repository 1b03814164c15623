package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * The files that make up one H2 database: {@code NAME.mv.db} (1.4), or {@code NAME.h2.db} (1.2, 1.3) with its large objects in
 * {@code NAME.lobs.db/}. Lock and trace files are none of it.
 */
final class H2Files {

    private static final String[] MAIN = {".mv.db", ".h2.db"};

    /** H2 1.4 begins a file with two blocks of this size that say the same. */
    private static final int HEAD = 4096;

    private static final String ENCRYPTED = "H2encrypt";
    private static final String LOBS = ".lobs.db";

    /** Behind the database's name; another database's name can begin with this one's and a dot. */
    private static final Pattern ENDING = Pattern.compile(
            "\\.(mv|h2|lobs|lock|trace|data|index|[^.]+\\.temp|\\d+\\.log)\\.db(\\.old|\\.newFile|\\.tempFile)?");

    private final Path path;

    H2Files(Path path) {
        this.path = path;
    }

    boolean exist() {
        return main() != null;
    }

    /** The file that holds the tables, or null. */
    Path main() {
        for (String ending : MAIN) {
            Path file = sibling(ending);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    /**
     * Whether H2 1.4 has not once shut the database down since it was made: the head of its file then names no chunk of data. Opened
     * to be read, such a file can turn out to have no user yet; H2 then gives up, and leaves the file locked.
     */
    boolean wereNeverClosed() {
        Path main = main();
        if (main == null || !main.toString().endsWith(MAIN[0])) {
            return false;
        }
        try (InputStream file = Files.newInputStream(main)) {
            byte[] head = new byte[HEAD];
            String text = new String(head, 0, IOUtils.read(file, head), StandardCharsets.ISO_8859_1);
            return !text.startsWith(ENCRYPTED) && !text.contains(",chunk:");
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot read the database's file: " + e, main.toString(), e);
        }
    }

    /** Every file, sorted, those of large objects included. */
    List<Path> all() {
        List<Path> files = new ArrayList<>();
        for (String ending : MAIN) {
            if (Files.exists(sibling(ending))) {
                files.add(sibling(ending));
            }
        }
        Path lobs = sibling(LOBS);
        if (Files.isDirectory(lobs)) {
            try (Stream<Path> tree = Files.walk(lobs, FileVisitOption.FOLLOW_LINKS)) {
                tree.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException e) {
                throw new DbCopyException(DbError.DB_FILE, "Cannot read the large objects: " + e, lobs.toString(), e);
            }
        }
        Collections.sort(files);
        return files;
    }

    /** Files and directories with the database's name, those of locks, traces and temporary data included. */
    List<Path> everything() {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(path.getParent())) {
            try (DirectoryStream<Path> siblings = Files.newDirectoryStream(path.getParent())) {
                for (Path sibling : siblings) {
                    String name = sibling.getFileName().toString();
                    if (name.startsWith(path.getFileName() + ".")
                            && ENDING.matcher(name.substring(
                                            path.getFileName().toString().length()))
                                    .matches()) {
                        found.add(sibling);
                    }
                }
            } catch (IOException e) {
                throw new DbCopyException(DbError.DB_FILE, "Cannot read the folder: " + e, path.toString(), e);
            }
        }
        Collections.sort(found);
        return found;
    }

    long bytes() {
        return all().stream().mapToLong(file -> FileUtils.sizeOf(file.toFile())).sum();
    }

    /** A file's path below the database's folder: what it is called wherever the database is. */
    Path relative(Path file) {
        return path.getParent().relativize(file);
    }

    private Path sibling(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
