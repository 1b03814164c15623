package org.carbonupgrade.internal.console;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class TextTableTest {

    @Test
    public void alignsColumnsAndLeavesNoBlanksAtTheEnd() {
        TextTable table = new TextTable()
                .row("a", "bb", "c")
                .row("\u00e4\u00f6\ud83d\ude00", "b", "")
                .row("x");
        assertEquals("a    bb  c\n\u00e4\u00f6\ud83d\ude00  b\nx\n", table.toString());
    }

    @Test
    public void showsWhatATerminalWouldObey() {
        assertEquals(
                "a\\u001b[31mb\\u000ac\n",
                new TextTable().row("a\u001b[31mb\nc").toString());
    }

    @Test
    public void isEmptyWithoutRows() {
        assertEquals("", new TextTable().toString());
    }
}
