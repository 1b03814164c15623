package org.carbonupgrade.itests.population;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes this package's values to files and reads them again. */
final class Json {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Json() {}

    static <T> T read(Path file, Class<T> type) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return GSON.fromJson(reader, type);
        }
    }

    /** Writes beside and renames, so that a reader who polls for the file never sees half of it. */
    static void write(Path file, Object value) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, GSON.toJson(value).getBytes(StandardCharsets.UTF_8));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
