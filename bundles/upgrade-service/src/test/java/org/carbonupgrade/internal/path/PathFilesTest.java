package org.carbonupgrade.internal.path;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A path file of an operator's is either understood wholly or refused with the line that is not. */
public class PathFilesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void linesThatMakeNoSense() throws IOException {
        refused("renamed | h2 | A | B", "begins with none of the words removed, rename, index, sql");
        refused("rename | h2 | A", "after \"rename\" 3 parts are expected");
        refused("rename | h2 | A | ", "after \"rename\" 3 parts are expected");
        refused("rename | h2 | A | B | C", "\"B | C\" is not a name");
        refused("rename | postgres | A | B", "\"postgres\" is no type of database");
        refused("removed | Derby", "\"Derby\" is no type of database");
        refused("index | h2 | A | T", "\"T\" is not TABLE(COLUMNS)");
        refused("index | h2 | A B | T(C)", "\"A B\" is not a name");
    }

    @Test
    public void goalsAndStatementsThatMakeNoSense() throws IOException {
        refused("sql | h2 | tables A | CREATE TABLE A(I INT)", "none of the goals table T, column T.C");
        refused("sql | h2 | default A.B | ALTER TABLE A ALTER B SET DEFAULT 1", "none of the goals");
        refused("sql | h2 | table A | DELETE FROM A", "none of CREATE TABLE, CREATE INDEX and ALTER TABLE");
        refused("sql | h2 | table A | DROP TABLE A", "none of CREATE TABLE, CREATE INDEX and ALTER TABLE");
        refused("sql | h2 | table A | CREATE TABLE A(I INT); DROP TABLE UM_USER", "without ;");
        refused("sql | h2 | table A | CREATE TABLE A(I INT) -- and", "without --");
        refused("sql | h2 | column A.B | ALTER TABLE A DROP COLUMN C", "drops what may be needed");
        refused("sql | h2 | table A | CREATE TABLE AB(A_I INT)", "does not name A, which its goal is about");
    }

    @Test
    public void statementsThatOnlyLookLikeThat() throws IOException {
        at("4.4.7-4.4.8.txt", "sql | h2 | default a.B = x;y | ALTER TABLE A ALTER B SET DEFAULT 'x;y -- | z'");
        PathFiles.at(folder.getRoot().toPath());
        at("4.4.7-4.4.8.txt", "sql | mssql | column A.B | ALTER TABLE A ALTER COLUMN B DROP NOT NULL");
        PathFiles.at(folder.getRoot().toPath());
    }

    @Test
    public void filesThatAreNone() throws IOException {
        Path place = folder.getRoot().toPath();
        refusedAt(place, "has no file FROM-TO.txt");
        refusedAt(place.resolve("none"), "There is no file");
        at("4.4.8-4.4.7.txt", "removed | h2");
        refusedAt(place, "Its name is not that of a path file");
        Files.delete(place.resolve("4.4.8-4.4.7.txt"));
        refusedAt(at("4.4.7_4.4.8.txt", "removed | h2"), "Its name is not that of a path file");
        Files.delete(place.resolve("4.4.7_4.4.8.txt"));
        refusedAt(at("4.4.7-4.4.8.txt", " \n"), "The file is empty");
        Files.write(place.resolve("4.4.7-4.4.8.txt"), new byte[] {'#', (byte) 0xE4, '\n'});
        refusedAt(place, "is not UTF-8 text");
        try (RandomAccessFile sparse =
                new RandomAccessFile(place.resolve("4.4.7-4.4.8.txt").toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        refusedAt(place, "too large to be a path");
        Files.delete(place.resolve("4.4.7-4.4.8.txt"));
        Files.createDirectory(place.resolve("4.4.7-4.4.8.txt"));
        refusedAt(place, "There is no file");
    }

    private void refused(String line, String why) throws IOException {
        Path file = at("4.4.7-4.4.8.txt", "\uFEFF# a comment\r\n\r\nremoved | h2\r\n" + line + "\r\n");
        refusedAt(file, "Line 4 makes no sense: ");
        refusedAt(file, why);
    }

    private static void refusedAt(Path place, String why) {
        Refusal.expect(UpgradeError.PATH_FILE, why, () -> PathFiles.at(place));
    }

    private Path at(String name, String text) throws IOException {
        return Files.write(folder.getRoot().toPath().resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
