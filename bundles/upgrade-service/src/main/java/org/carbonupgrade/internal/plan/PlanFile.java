package org.carbonupgrade.internal.plan;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.carbonupgrade.internal.UpgradeError;

/** The plan as an operator wrote it: known keys only, values as they stand, references unresolved. */
final class PlanFile {

    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final KnownKey[] known;
    private final Map<String, String> values = new TreeMap<>();

    private PlanFile(Path file, KnownKey[] known) {
        this.file = file;
        this.known = known;
    }

    /** @param known every key that it may have */
    static PlanFile read(Path file, KnownKey[] known) {
        PlanFile plan = new PlanFile(file, known);
        plan.load().forEach((key, value) -> plan.put((String) key, (String) value));
        return plan;
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The value of a key, if it is there and not empty. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** The data sources that any of these keys names. */
    Set<String> names(PlanKey... keys) {
        Set<String> names = new LinkedHashSet<>();
        for (String written : values.keySet()) {
            for (PlanKey key : keys) {
                key.nameIn(written).ifPresent(names::add);
            }
        }
        return names;
    }

    private Properties load() {
        Properties properties = new EachKeyOnce();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UpgradeError.PLAN_VALUE.at(file.toString(), "The file is too large to be a plan.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            try (Reader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                properties.load(reader);
            }
            return properties;
        } catch (CharacterCodingException e) {
            throw UpgradeError.PLAN_VALUE.at(file.toString(), "The file is not UTF-8 text.", e);
        } catch (IllegalArgumentException e) {
            throw UpgradeError.PLAN_VALUE.at(
                    file.toString(), "The file is not in properties format: " + e.getMessage(), e);
        } catch (IOException e) {
            throw UpgradeError.PLAN_MISSING.at(file.toString(), "The plan cannot be read.", e);
        }
    }

    private void put(String key, String value) {
        KnownKey meant = Arrays.stream(known)
                .filter(one -> one.matches(key))
                .findFirst()
                .orElseThrow(() -> UpgradeError.PLAN_KEY_UNKNOWN.at(
                        file.toString(),
                        "The key " + key + " is not known; did you mean "
                                + NearestKey.to(key, known).key() + "?"));
        values.put(key, meant.secret() ? secret(value) : withoutComment(value));
    }

    /** {@code copy.jobs = 2   # more on a large machine}: properties files have no such comments, people write them. */
    private static String withoutComment(String value) {
        return value.replaceFirst("(^|\\s+)#\\s.*$", "").trim();
    }

    /** A password may contain anything; only behind a reference a comment can be told from it. */
    private static String secret(String value) {
        String plain = withoutComment(value);
        return Secrets.isReference(plain) ? plain : value;
    }

    /** Of two values for one key, the format takes the last; whoever reads the plan may see the first. */
    private final class EachKeyOnce extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw UpgradeError.PLAN_VALUE.at(file + ", " + key, "The key stands in the plan twice.");
            }
            return super.put(key, value);
        }
    }
}
