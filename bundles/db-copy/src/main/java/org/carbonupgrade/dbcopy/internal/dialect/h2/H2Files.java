package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * The files that make up one H2 database: {@code NAME.mv.db} (1.4), or {@code NAME.h2.db} (1.2, 1.3) with its large objects in
 * {@code NAME.lobs.db/}. Lock and trace files are none of it.
 */
final class H2Files {

    private static final String[] MAIN = {".mv.db", ".h2.db"};

    /** H2 1.4 begins a file with two blocks that hold no data. */
    private static final int HEAD = 2 * 4096;

    /** H2 1.4 removes a file of this ending when it opens the database. */
    private static final String PASSING = ".tempFile";

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

    /** Whether there is a file, and nothing in it: H2 takes it for a new database, to which any password gives access. */
    boolean holdNothing() {
        Path main = main();
        return main != null && FileUtils.sizeOf(main.toFile()) <= (isOfStore(main) ? HEAD : 0);
    }

    /**
     * Puts an equal file into the place of the main one. H2 1.4 leaves a file locked until this process ends, or its garbage is
     * collected, if it can't open it to be read.
     */
    void unlock() {
        Path main = main();
        if (isOfStore(main)) {
            Path equal = main.resolveSibling(main.getFileName() + PASSING);
            try {
                Files.copy(main, equal, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(equal, main, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new DbCopyException(
                        DbError.DB_FILE, "Cannot replace the database's file: " + e, main.toString(), e);
            }
        }
    }

    private static boolean isOfStore(Path main) {
        return main.toString().endsWith(MAIN[0]);
    }

    /** H2 would open what it may not write to be read, and say so only at the first statement that writes. */
    void requireWritable(String name) {
        Path main = main();
        if (main != null && !(Files.isWritable(main) && Files.isWritable(main.getParent()))) {
            throw new DbCopyException(DbError.DB_FILE, "No right to write " + main + " or its folder.", name);
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
        Path lobs = lobs();
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

    /** The files and directories that are to be moved when the database is, the main file last: with it the database is there. */
    List<Path> parts() {
        List<Path> parts = new ArrayList<>();
        if (Files.exists(lobs())) {
            parts.add(lobs());
        }
        parts.add(main());
        return parts;
    }

    /** Where the oldest version keeps large objects; need not exist. */
    Path lobs() {
        return sibling(LOBS);
    }

    /** Whether there are main files of both formats. */
    boolean areOfTwoFormats() {
        return Files.exists(sibling(MAIN[0])) && Files.exists(sibling(MAIN[1]));
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
