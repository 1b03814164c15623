package org.carbonupgrade.verification.internal.console;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.VerificationRequest;

/** The options of {@code verification:run}, understood. */
final class Words {

    private Words() {}

    /**
     * What the words ask for, on the ground of what an upgrade has asked for.
     *
     * @throws IllegalArgumentException if a word is not understood; the message says which, and what is
     */
    static VerificationRequest request(List<String> words, VerificationRequest ground) {
        VerificationRequest request = ground;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--read-only":
                    request = request.readOnly();
                    break;
                case "--force":
                    request = request.forced();
                    break;
                case "--tags":
                    request = request.tagged(tags(rest.hasNext() ? rest.next() : ""));
                    break;
                default:
                    throw new IllegalArgumentException("verification:run does not understand \"" + word
                            + "\"; it understands [--tags TAG,TAG] [--read-only] [--force]");
            }
        }
        return request;
    }

    private static List<String> tags(String list) {
        List<String> tags = Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toList());
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("--tags lacks its tags: --tags users,data");
        }
        return tags;
    }
}
