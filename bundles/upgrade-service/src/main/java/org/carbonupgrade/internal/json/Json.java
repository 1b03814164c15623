package org.carbonupgrade.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carbonupgrade.internal.UpgradeError;

/** JSON as reports have it: indented, in the order given, whole numbers as such. */
public final class Json {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private Json() {}

    /** Text of a tree, ending with a line. */
    public static String text(JsonElement tree) {
        return GSON.toJson(tree) + "\n";
    }

    /** The tree of numbers, texts, booleans, lists and maps. */
    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    /** Numbers (Long or Double), texts, booleans, lists and maps. */
    public static Object value(JsonElement tree) {
        return GSON.fromJson(tree, Object.class);
    }

    /**
     * The object in a file, if the file exists.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't be read or holds no JSON object
     */
    public static Optional<JsonObject> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw UpgradeError.REPORT_UNREADABLE.at(file.toString(), "The file is not a report: " + e.getMessage(), e);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** A text of an object, empty if it has none of that name. */
    public static String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
