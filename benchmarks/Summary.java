import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** What a way took each time, in seconds of the clock and of its processors. */
    private record Times(List<Double> seconds, List<Double> cpu) {

        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What is said of two ways: how they are to each other, or what one takes beyond so many times the other. */
    private record Figure(String kind, String name, String ours, String theirs, double number) {

        static Figure of(String[] word) {
            return new Figure(word[0], word[1], word[2], word[3], word.length > 4 ? Double.parseDouble(word[4]) : 0);
        }

        boolean known(Map<String, Times> ways) {
            return ways.containsKey(ours) && ways.containsKey(theirs);
        }

        double of(Map<String, Times> ways) {
            double one = median(ways.get(ours).seconds());
            double other = median(ways.get(theirs).seconds());
            return kind.equals("above") ? one - number * other : one / other;
        }

        String goal() {
            return kind.equals("above") || number == 0 ? "" : "  (goal " + text(number) + ")";
        }
    }

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    /** What was measured beside each other, such as versions; empty where there is one; then the way. */
    private final Map<String, Map<String, Times>> groups = new TreeMap<>();

    private Summary(List<String> description, List<String> measured) {
        for (String line : description) {
            if (line.startsWith("way ")) {
                String[] word = line.split(" ", 3);
                names.put(word[1], word[2]);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                figures.add(Figure.of(line.split(" ")));
            }
        }
        for (String way : names.keySet()) { // in the order of the description
            measured.stream().map(line -> line.split("\t", -1)).filter(part -> part[1].equals(way)).forEach(part -> {
                Times times = groups.computeIfAbsent(part[5], group -> new LinkedHashMap<>())
                        .computeIfAbsent(way, first -> new Times());
                times.seconds().add(Double.valueOf(part[2]));
                times.cpu().add(Double.parseDouble(part[3]) + Double.parseDouble(part[4]));
            });
        }
    }

    /**
     * Arguments: what the ways are called and what is said of them, the measured lines (round, way, seconds, user and system seconds
     * of the client, group), facts, and the file to write, if any.
     */
    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary(lines(arguments[0]), lines(arguments[1]));
        summary.groups.forEach(summary::print);
        if (arguments.length > 3) {
            Properties facts = new Properties();
            facts.load(Files.newBufferedReader(Path.of(arguments[2])));
            Files.writeString(Path.of(arguments[3]), summary.json(facts));
        }
    }

    private void print(String group, Map<String, Times> ways) {
        String row = "%-46s %9s  %-24s %12s%n";
        System.out.printf(row, group.isEmpty() ? "way" : group, "median s", "all", "client CPU s");
        ways.forEach((way, times) -> System.out.printf(
                row,
                names.get(way),
                text(median(times.seconds())),
                texts(times.seconds(), " "),
                text(median(times.cpu()))));
        System.out.println();
        known(ways).forEach(figure -> System.out.printf(
                "%-46s %9s%s%n", figure.name().replace('_', ' '), text(figure.of(ways)), figure.goal()));
        System.out.println();
    }

    /** The worst of what is beside each other stands for all. */
    private String json(Properties facts) {
        List<String> entries = new ArrayList<>();
        groups.values().stream()
                .flatMap(ways -> known(ways).stream()
                        .filter(figure -> figure.kind().equals("best"))
                        .map(figure -> figure.of(ways)))
                .max(Double::compare)
                .ifPresent(worst -> entries.add("  \"ratio_to_best_peer\": " + text(worst)));
        groups.forEach((group, ways) -> {
            if (group.isEmpty()) {
                entries.addAll(entries(ways, "  "));
            } else {
                entries.add("  \"" + group + "\": {\n" + String.join(",\n", entries(ways, "    ")) + "\n  }");
            }
        });
        new TreeMap<>(facts)
                .forEach((name, fact) -> entries.add("  \"" + name + "\": \""
                        + fact.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        return "{\n" + String.join(",\n", entries) + "\n}\n";
    }

    private List<String> entries(Map<String, Times> ways, String indent) {
        List<String> entries = new ArrayList<>();
        known(ways).forEach(figure -> entries.add(indent + "\"" + figure.name() + "\": " + text(figure.of(ways))));
        entries.add(ways.entrySet().stream()
                .map(way -> indent + "  \"" + way.getKey() + "\": {\"median\": "
                        + text(median(way.getValue().seconds())) + ", \"all\": ["
                        + texts(way.getValue().seconds(), ", ") + "], \"client_cpu\": "
                        + text(median(way.getValue().cpu())) + "}")
                .collect(Collectors.joining(",\n", indent + "\"seconds\": {\n", "\n" + indent + "}")));
        return entries;
    }

    private List<Figure> known(Map<String, Times> ways) {
        return figures.stream().filter(figure -> figure.known(ways)).toList();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
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
