package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.junit.Before;
import org.junit.Test;

/**
 * A dialect against what its vendor documents: the catalogue holds what Carbon's own create script for that type of database makes, and
 * the statements that the copier gives to the staging server have to say what the script says. No server was asked.
 */
public abstract class VendorTest {

    FakeServer source;
    FakeServer target;
    ParsedSchema script;
    List<String> given;
    CopyResult copied;

    /** A server with an empty catalogue. */
    abstract FakeServer server() throws Exception;

    /** The create script's name, without its ending. */
    abstract String scriptName();

    abstract ScriptRunner scripts();

    /** The script's statements, where the vendor takes what the parser does not. */
    String readable(String statement) {
        return statement;
    }

    /** Puts into the catalogue what the script makes, as the vendor documents it. */
    abstract void record(ParsedSchema made) throws Exception;

    /** What the script says in the words that the catalogue keeps. */
    abstract void normalise(ParsedSchema made);

    abstract String url(String place);

    @Before
    public final void copyTheCarbonSchema() throws Exception {
        source = server();
        target = server();
        String text = new String(
                Files.readAllBytes(Paths.get("target", "carbon", scriptName() + ".sql")), StandardCharsets.UTF_8);
        script = ParsedSchema.of(
                scripts().statements(text).stream().map(this::readable).collect(Collectors.toList()));
        record(script);
        copied = copy(1);
        given = target.statements();
    }

    final CopyResult copy(int jobs) {
        return new JdbcDatabaseCopier()
                .copy(new CopyRequest(spec("old", source), spec("staging", target), "test", jobs), Progress.NONE);
    }

    final DatabaseSpec spec(String name, FakeServer server) {
        FakeDriver.lead(url(name), server);
        return DatabaseSpec.named(name)
                .url(url(name))
                .user("carbon", "secret")
                .driverClass(FakeDriver.class.getName())
                .build();
    }

    @Test
    public void makesWhatTheCreateScriptMakes() {
        normalise(script);
        List<String> wanted = script.lines();
        List<String> made = ParsedSchema.of(given).lines();

        assertTrue("too few tables: " + script.tables.keySet(), script.tables.size() > 35);
        assertEquals(differences(wanted, made), wanted, made);
    }

    @Test
    public void carriesEverything() {
        assertEquals("[]", copied.notCarried().toString());
        assertEquals(script.tables.size(), copied.tables().size());
    }

    @Test
    public void givesNothingButQueriesAndSettingsToTheSource() {
        List<String> others = source.statements().stream()
                .filter(statement -> !statement.matches("(?s)(SELECT|SET|ALTER SESSION SET) .*"))
                .collect(Collectors.toList());

        assertEquals("[]", others.toString());
        assertTrue(source.statements().stream().anyMatch(statement -> statement.startsWith("SELECT COUNT(*)")));
    }

    @Test
    public void makesKeysWhenTheRowsAreThereAndTriggersAtTheEnd() {
        int tables = last("CREATE TABLE ");
        int rows = first("INSERT INTO ");
        int lastRows = last("INSERT INTO ");
        int primaryKeys = first(".* ADD .*PRIMARY KEY.*");
        int indexes = first("CREATE .*INDEX .*");
        int foreignKeys = first(".* FOREIGN KEY .*");
        int triggers = first("CREATE.* TRIGGER .*");

        assertTrue("tables", 0 <= tables && tables < rows);
        assertTrue("rows", lastRows < primaryKeys && lastRows < indexes && lastRows < foreignKeys);
        assertTrue(
                "foreign keys", last(".* ADD .*PRIMARY KEY.*") < foreignKeys && last("CREATE .*INDEX.*") < foreignKeys);
        assertTrue("triggers", triggers < 0 || last(".* FOREIGN KEY .*") < triggers);
    }

    /** A foreign key may bring an index, which is to have statistics too. */
    @Test
    public void gathersTheStatisticsOfEveryTableWhenAllKeysAreThere() throws Exception {
        String statistics = ".*(RUNSTATS ON TABLE|UPDATE STATISTICS|GATHER_TABLE_STATS)\\b.*";
        for (int jobs = 1; jobs <= 3; jobs++) {
            target = server();
            copy(jobs);
            given = target.statements();

            assertEquals(
                    script.tables.size(),
                    given.stream()
                            .filter(statement -> statement.matches(statistics))
                            .distinct()
                            .count());
            assertTrue(last(".* ADD .*PRIMARY KEY.*") < first(statistics));
            assertTrue(last("CREATE .*INDEX .*") < first(statistics));
            assertTrue(last(".* FOREIGN KEY .*") < first(statistics));
        }
    }

    @Test
    public void quotesEveryName() {
        Pattern bare = Pattern.compile("(?i)(?<![\"\\w.'])(REG|UM)_\\w+");
        for (String statement : given) {
            if (!statement.contains("TRIGGER")) {
                assertTrue(statement, !bare.matcher(statement).find());
            }
        }
    }

    /** Where the first statement is that is like this; -1 if there is none. */
    final int first(String like) {
        return find(like, 0, given.size(), 1);
    }

    /** Where the last statement is that is like this; -1 if there is none. */
    final int last(String like) {
        return find(like, given.size() - 1, -1, -1);
    }

    private int find(String like, int from, int end, int step) {
        Pattern pattern = Pattern.compile(like, Pattern.DOTALL);
        for (int i = from; i != end; i += step) {
            if (pattern.matcher(given.get(i)).lookingAt()) {
                return i;
            }
        }
        return -1;
    }

    static String differences(List<String> wanted, List<String> made) {
        List<String> all = new ArrayList<>();
        new TreeSet<>(wanted).stream().filter(line -> !made.contains(line)).forEach(line -> all.add("- " + line));
        made.stream().filter(line -> !wanted.contains(line)).forEach(line -> all.add("+ " + line));
        return String.join("\n", all) + "\n";
    }
}
