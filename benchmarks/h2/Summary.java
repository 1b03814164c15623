import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the table for people and the file for machines of what was measured. */
public final class Summary {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("stream", "we, rows streamed, digests on");
        NAMES.put("clone", "we, closed files cloned, both sides digested");
        NAMES.put("compare", "we, both databases compared");
        NAMES.put("cp", "cp of the closed files");
        NAMES.put("script", "SCRIPT + RUNSCRIPT");
    }

    /** Version of H2, then way, then seconds. */
    private final Map<String, Map<String, List<Double>>> measured = new TreeMap<>();

    private Summary() {}

    /** Arguments: the measured lines (version, way, seconds), facts, and the file to write, if any. */
    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary();
        for (String line : Files.readAllLines(Paths.get(arguments[0]))) {
            String[] part = line.split("\t");
            summary.measured
                    .computeIfAbsent(part[0], version -> new LinkedHashMap<>())
                    .computeIfAbsent(part[1], way -> new ArrayList<>())
                    .add(Double.valueOf(part[2]));
        }
        Properties facts = new Properties();
        facts.load(Files.newBufferedReader(Paths.get(arguments[1])));
        summary.measured.forEach(Summary::print);
        if (arguments.length > 2) {
            Files.write(Paths.get(arguments[2]), summary.json(facts).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void print(String version, Map<String, List<Double>> ways) {
        System.out.printf("%nH2 %-43s %9s  %s%n", version, "median s", "all");
        ways.forEach((way, all) ->
                System.out.printf("%-46s %9s  %s%n", NAMES.get(way), text(median(all)), texts(all, " ")));
        ratios(ways).forEach((name, value) -> System.out.printf("%-46s %9s%n", name.replace('_', ' '), text(value)));
    }

    private static Map<String, Double> ratios(Map<String, List<Double>> ways) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        if (ways.keySet().containsAll(NAMES.keySet())) {
            double cp = median(ways.get("cp"));
            ratios.put("stream_to_script_runscript", median(ways.get("stream")) / median(ways.get("script")));
            ratios.put("compare_to_stream", median(ways.get("compare")) / median(ways.get("stream")));
            ratios.put("clone_to_cp", median(ways.get("clone")) / cp);
            ratios.put("clone_seconds_above_twice_cp", median(ways.get("clone")) - 2 * cp);
        }
        return ratios;
    }

    /** The worst of the versions stands for all. */
    private String json(Properties facts) {
        StringBuilder json = new StringBuilder("{\n");
        measured.values().stream()
                .map(ways -> ratios(ways).get("stream_to_script_runscript"))
                .filter(ratio -> ratio != null)
                .max(Double::compare)
                .ifPresent(worst ->
                        json.append("  \"ratio_to_best_peer\": ").append(text(worst)).append(",\n"));
        measured.forEach((version, ways) -> {
            json.append("  \"h2-").append(version).append("\": {\n");
            ratios(ways).forEach((name, value) ->
                    json.append("    \"").append(name).append("\": ").append(text(value)).append(",\n"));
            json.append("    \"seconds\": {\n");
            json.append(ways.entrySet().stream()
                    .map(way -> "      \"" + way.getKey() + "\": {\"median\": " + text(median(way.getValue()))
                            + ", \"all\": [" + texts(way.getValue(), ", ") + "]}")
                    .collect(Collectors.joining(",\n")));
            json.append("\n    }\n  },\n");
        });
        json.append(new TreeMap<>(facts).entrySet().stream()
                .map(fact -> "  \"" + fact.getKey() + "\": \""
                        + String.valueOf(fact.getValue()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",\n")));
        return json.append("\n}\n").toString();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String texts(List<Double> values, String separator) {
        return values.stream().map(Summary::text).collect(Collectors.joining(separator));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
