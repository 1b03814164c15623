package org.carbonupgrade;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator asks of one step beyond the plan. Immutable. */
public final class StepOptions {

    /** Nothing beyond the plan. */
    public static final StepOptions NONE = new StepOptions(Collections.emptyMap());

    private final Map<String, List<String>> options;

    private StepOptions(Map<String, List<String>> options) {
        this.options = options;
    }

    /** These options and one more, with its values if it has any. */
    public StepOptions with(String name, String... values) {
        Map<String, List<String>> more = new HashMap<>(options);
        more.put(name, Collections.unmodifiableList(Arrays.asList(values.clone())));
        return new StepOptions(more);
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** The values of an option, none if it was not given; unmodifiable. */
    public List<String> values(String name) {
        return options.getOrDefault(name, Collections.emptyList());
    }
}
