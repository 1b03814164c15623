package org.carbonupgrade.internal.merge.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class UnifiedDiffTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void isWhatGitAppliesToGetFromTheOneToTheOther() throws Exception {
        Git git = new Git(folder.getRoot().toPath());
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            String before = random(random);
            String after = random.nextInt(5) == 0 ? random(random) : changed(before, random);
            String diff = new UnifiedDiff(before, before, after, after).render("a/x", "b/x");
            git.write("x", before.getBytes(StandardCharsets.UTF_8));
            git.write("diff", diff.getBytes(StandardCharsets.UTF_8));
            if (!before.equals(after)) {
                int status = git.run("apply", "--unidiff-zero", "--whitespace=nowarn", "diff");
                String output = new String(git.output(), StandardCharsets.UTF_8);
                assertEquals("seed " + seed + "\n" + diff + output, 0, status);
            }
            assertArrayEquals("seed " + seed, after.getBytes(StandardCharsets.UTF_8), git.read("x"));
        }
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            text.append(random.nextInt(12)).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        return random.nextInt(3) == 0 ? text + "open" : text.toString();
    }

    private static String changed(String text, Random random) {
        String changed = text;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int line = changed.indexOf('\n', random.nextInt(changed.length())) + 1;
            changed = changed.substring(0, line) + "added\n" + changed.substring(line);
        }
        return changed;
    }

    @Test
    public void saysNothingOfEqualTexts() {
        assertEquals("", new UnifiedDiff("a\n", "a\n", "a\n", "a\n").render("a", "b"));
    }

    @Test
    public void showsThatASecretChangedButNotWhatItIs() {
        String diff = new UnifiedDiff("x\np=1\n", "x\np=***\n", "x\np=2\n", "x\np=***\n").render("a", "b");
        assertEquals("--- a\n+++ b\n@@ -1,2 +1,2 @@\n x\n-p=***\n+p=***\n", diff);
    }

    @Test
    public void refusesLinesThatAreNotThoseCompared() {
        assertThrows(IllegalArgumentException.class, () -> new UnifiedDiff("a\nb\n", "a\n", "", ""));
    }
}
