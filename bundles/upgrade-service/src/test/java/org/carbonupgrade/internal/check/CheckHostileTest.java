package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;

/** Homes that somebody made to do harm, or damaged by chance: check says what is wrong and goes on to what else there is. */
public class CheckHostileTest extends CheckedHomes {

    private static final String USERS = "repository/conf/user-mgt.xml";
    private static final int REFUSED = 2;

    @Test
    public void elementsThatLieInEachOtherEndlessly() throws Exception {
        upgrade.oldHome().file(USERS, repeat("<a>", 200_000) + repeat("</a>", 200_000));
        assertEquals(REFUSED, upgrade.command("check"));
        assertEquals(1, upgrade.findings("check", "USER_MANAGER_NONE").size());
        judgedToTheEnd();
    }

    @Test
    public void entitiesThatGrowOrReadFiles() throws Exception {
        upgrade.oldHome()
                .file(
                        USERS,
                        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                                + "<UserManager><Property name=\"dataSource\">&y;&f;</Property></UserManager>");
        assertEquals(REFUSED, upgrade.command("check"));
        assertEquals(1, upgrade.findings("check", "XML_NOT_WELL_FORMED").size());
        assertFalse(upgrade.output(), upgrade.output().contains("root:"));
        judgedToTheEnd();
    }

    @Test
    public void filesThatAreEndless() throws Exception {
        for (String file : new String[] {
            USERS,
            "bin/wso2server.sh",
            "repository/conf/etc/launch.ini",
            "repository/conf/security/cipher-text.properties"
        }) {
            endless(upgrade.oldHome().path(file));
        }
        endless(upgrade.newHome().path("repository/conf/etc/launch.ini"));
        endless(upgrade.newHome().path("dbscripts/h2.sql"));
        assertEquals(REFUSED, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.findings("check", "FILE_READ").size() >= 2);
        judgedToTheEnd();
    }

    @Test
    public void filesWhereDirectoriesBelongAndTheOtherWayRound() throws Exception {
        for (String place : new String[] {
            "repository/tenants", "repository/components/patches", "repository/deployment/server/userstores"
        }) {
            Path directory = upgrade.oldHome().path(place);
            if (Files.isDirectory(directory)) {
                Files.move(directory, directory.resolveSibling("away"));
            }
            upgrade.oldHome().file(place, "");
        }
        for (String place : new String[] {
            "password-persist", "repository/conf/security/cipher-text.properties", "repository/components/dropins/d.jar"
        }) {
            Files.createDirectories(upgrade.oldHome().path(place));
        }
        Files.createSymbolicLink(
                upgrade.oldHome().path("repository/components/dropins/e.jar"), upgrade.path("nowhere"));
        int status = upgrade.command("check");
        assertEquals(upgrade.output(), 0, status);
        assertEquals(2, upgrade.findings("check", "DROPIN_IMPORTS").size());
        Files.move(upgrade.oldHome().path(USERS), upgrade.oldHome().path("users"));
        Files.createDirectory(upgrade.oldHome().path(USERS));
        assertEquals(REFUSED, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("It is no file, but a directory"));
        judgedToTheEnd();
    }

    @Test
    public void linksThatLeadToThemselves() throws Exception {
        Path tenants = Files.createDirectories(upgrade.oldHome().path("repository/tenants/1/userstores"));
        Files.createSymbolicLink(tenants.resolve("again"), tenants);
        Files.createSymbolicLink(tenants.resolve("X.xml"), tenants.resolve("X.xml"));
        Files.createSymbolicLink(
                upgrade.oldHome().path("repository/conf/again"),
                upgrade.oldHome().path("repository"));
        assertEquals(REFUSED, upgrade.command("check"));
        assertTrue(
                upgrade.output(),
                upgrade.findings("check", "FILE_READ").get(0).startsWith("FAIL The file cannot be read"));
        judgedToTheEnd();
    }

    @Test
    public void dropinsThatFillTheMemory() throws Exception {
        Path jar = upgrade.oldHome().path("repository/components/dropins/bomb_1.0.0.jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            for (int i = 0; i < 80; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        upgrade.oldHome().file("repository/components/dropins/odd_1.0.0.jar", "PK\3\4");
        assertEquals(0, upgrade.command("check"));
        assertEquals(
                "WARN The jar's manifest is larger than any that belongs there.",
                upgrade.findings("check", "DROPIN_IMPORTS").get(0));
        assertEquals(2, upgrade.findings("check", "DROPIN_IMPORTS").size());
    }

    @Test
    public void bytesThatAreNoText() throws Exception {
        byte[] bytes = new byte[1000];
        Arrays.fill(bytes, (byte) 0xFF);
        Files.write(upgrade.oldHome().path("bin/wso2server.sh"), bytes);
        Files.write(upgrade.oldHome().path("repository/conf/security/cipher-text.properties"), bytes);
        assertEquals(0, upgrade.command("check"));
        Files.write(upgrade.oldHome().path(USERS), bytes);
        assertEquals(REFUSED, upgrade.command("check"));
        assertFalse(upgrade.output(), upgrade.output().contains("UNEXPECTED"));
        judgedToTheEnd();
    }

    /** What comes last was judged, too. */
    private void judgedToTheEnd() {
        assertEquals(1, upgrade.findings("check", "VANILLA_PACK").size());
        assertFalse(upgrade.output(), upgrade.output().contains("UNEXPECTED"));
    }

    private static void endless(Path file) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
    }

    private static String repeat(String text, int times) {
        byte[] one = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[one.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return new String(all, StandardCharsets.UTF_8);
    }
}
