package org.carbonupgrade.internal.backup;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parameters of a JDBC URL, whatever their case. Immutable; holds secrets perhaps, and never shows any. */
final class UrlParameters {

    private final String url;

    UrlParameters(String url) {
        this.url = url;
    }

    /** The first of several names for one thing that the URL has. */
    Optional<String> any(String... names) {
        return Stream.of(names)
                .map(this::value)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
    }

    /** A value, or what it is otherwise. */
    String get(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    boolean isTrue(String... names) {
        return any(names)
                .filter(value -> value.toLowerCase(Locale.ROOT).equals("true"))
                .isPresent();
    }

    private Optional<String> value(String name) {
        Matcher parameter =
                Pattern.compile("(?i)[?&;]\\Q" + name + "\\E=([^&;]*)").matcher(url);
        try {
            return parameter.find()
                    ? Optional.of(URLDecoder.decode(parameter.group(1).replace("+", "%2B"), "UTF-8"))
                    : Optional.empty();
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "parameters";
    }
}
