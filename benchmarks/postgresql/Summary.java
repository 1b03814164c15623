import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
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
        NAMES.put("compare", "we, both databases compared");
        NAMES.put("clone", "we, cloned by the server");
        NAMES.put("pgcopydb", "pgcopydb");
        NAMES.put("dump", "pg_dump -Fd, pg_restore, vacuumdb");
        NAMES.put("template", "CREATE DATABASE … TEMPLATE, bare");
    }

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> cpu = new LinkedHashMap<>();

    private Summary() {}

    /** Arguments: the measured lines (round, way, seconds, user and system seconds of the client), facts, the file to write. */
    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary();
        NAMES.keySet().forEach(way -> summary.seconds.put(way, new ArrayList<>()));
        for (String line : Files.readAllLines(Paths.get(arguments[0]))) {
            String[] part = line.split("\t");
            summary.seconds.get(part[1]).add(Double.valueOf(part[2]));
            summary.cpu.computeIfAbsent(part[1], way -> new ArrayList<>())
                    .add(Double.parseDouble(part[3]) + Double.parseDouble(part[4]));
        }
        summary.seconds.values().removeIf(List::isEmpty);
        Properties facts = new Properties();
        Path given = Paths.get(arguments[1]);
        facts.load(Files.newBufferedReader(given));
        summary.print();
        if (arguments.length > 2) {
            Files.write(Paths.get(arguments[2]), summary.json(facts).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void print() {
        String row = "%-36s %9s  %-24s %12s%n";
        System.out.printf(row, "way", "median s", "all", "client CPU s");
        seconds.forEach((way, all) -> System.out.printf(
                row, NAMES.get(way), text(median(all)), texts(all, " "), text(median(cpu.get(way)))));
        System.out.println();
        ratios().forEach((name, value) -> System.out.printf("%-36s %9s%n", name.replace('_', ' '), text(value)));
    }

    /** What has been asked for: streaming beside pgcopydb, comparing beside streaming, cloning beside the server's own. */
    private Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratio(ratios, "stream_to_pgcopydb", "stream", "pgcopydb");
        ratio(ratios, "stream_to_pg_dump_pg_restore", "stream", "dump");
        ratio(ratios, "compare_to_stream", "compare", "stream");
        ratio(ratios, "clone_to_template", "clone", "template");
        if (seconds.containsKey("clone") && seconds.containsKey("template")) {
            ratios.put("clone_seconds_above_template", median(seconds.get("clone")) - median(seconds.get("template")));
        }
        return ratios;
    }

    private void ratio(Map<String, Double> ratios, String name, String ours, String theirs) {
        if (seconds.containsKey(ours) && seconds.containsKey(theirs)) {
            ratios.put(name, median(seconds.get(ours)) / median(seconds.get(theirs)));
        }
    }

    private String json(Properties facts) {
        StringBuilder json = new StringBuilder("{\n");
        Map<String, Double> ratios = ratios();
        if (ratios.containsKey("stream_to_pgcopydb")) {
            json.append("  \"ratio_to_best_peer\": ").append(text(ratios.get("stream_to_pgcopydb"))).append(",\n");
        }
        ratios.forEach((name, value) -> json.append("  \"").append(name).append("\": ").append(text(value)).append(",\n"));
        json.append("  \"seconds\": {\n");
        json.append(seconds.entrySet().stream()
                .map(way -> "    \"" + way.getKey() + "\": {\"median\": " + text(median(way.getValue())) + ", \"all\": ["
                        + texts(way.getValue(), ", ") + "], \"client_cpu\": " + text(median(cpu.get(way.getKey()))) + "}")
                .collect(Collectors.joining(",\n")));
        json.append("\n  },\n");
        json.append(new TreeMap<>(facts).entrySet().stream()
                .map(fact -> "  \"" + fact.getKey() + "\": \""
                        + String.valueOf(fact.getValue()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",\n")));
        return json.append("\n}\n").toString();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
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
