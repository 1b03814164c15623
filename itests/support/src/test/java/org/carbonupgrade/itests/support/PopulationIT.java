package org.carbonupgrade.itests.support;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.population.UserRecord;
import org.junit.BeforeClass;
import org.junit.Test;

public class PopulationIT {

    private static PopulatedHome old;

    @BeforeClass
    public static void populate() {
        old = OldHome.in(Homes.fresh("old")).from(CarbonPack.ofTheBuild()).populated();
    }

    @Test
    public void sameSeedGivesTheSameContent() throws Exception {
        Path again = Homes.fresh("again");
        OldHomeMain.main(new String[] {
            again.toString(), CarbonPack.ofTheBuild().zip().toString(), Long.toString(old.manifest().seed)
        });
        assertEquals(
                Files.readString(old.resolve("repository/population/manifest.json")),
                Files.readString(again.resolve("repository/population/manifest.json")));
    }

    @Test
    public void leavesNothingOfItselfInTheHomeButTheManifest() throws Exception {
        try (var left = Files.list(old.resolve("repository/population"))) {
            assertEquals(
                    Set.of("manifest.json", "done"),
                    left.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        try (var dropins = Files.list(old.dropins())) {
            assertTrue(dropins.noneMatch(file -> file.toString().contains("carbonupgrade")));
        }
    }

    @Test
    public void inspectionOfAnUntouchedHomeFindsEverythingAsItWas() {
        Inspection inspection =
                Population.of(old.copyTo(Homes.fresh("untouched"))).inspect(old.manifest());
        assertEquals(List.of(), inspection.differences());
        assertEquals(old.manifest().users(), inspection.count("login"));
        assertEquals(old.manifest().users(), inspection.count("login with a wrong password"));
        assertEquals(old.manifest().users(), inspection.count("roles"));
        assertEquals(old.manifest().users(), inspection.count("claims"));
        assertEquals(old.manifest().resources(), inspection.count("content"));
        assertEquals(old.manifest().artifacts.size(), inspection.count("artifact"));
    }

    @Test
    public void inspectionNamesExactlyWhatWasTamperedWith() throws Exception {
        PopulatedHome home = old.copyTo(Homes.fresh("tampered"));
        Set<String> tampered = new TreeSet<>();
        try (Connection users = home.connect(home.dataSource("WSO2UM_DB"))) {
            tampered.addAll(changePassword(users));
            tampered.addAll(dropRole(users));
        }
        try (Connection registry = home.connect(home.dataSource("WSO2REG_DB"))) {
            tampered.addAll(changeOneByte(registry));
        }
        tampered.addAll(changeArtifact(home));

        Inspection inspection = Population.of(home).inspect(home.manifest());
        Set<String> found = inspection.differences().stream()
                .map(finding -> finding.tenant + " " + finding.subject + " " + finding.aspect)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tampered, found);
    }

    private static Set<String> changePassword(Connection database) throws SQLException {
        TenantRecord tenant = old.manifest().tenant("beta.example");
        UserRecord victim = tenant.users.stream()
                .filter(user -> user.store().equals("PRIMARY"))
                .findFirst()
                .orElseThrow();
        update(
                database,
                "UPDATE UM_USER SET UM_USER_PASSWORD = 'x' WHERE UM_USER_NAME = ? AND UM_TENANT_ID = ?",
                victim.name,
                tenant.id);
        return Set.of("beta.example user " + victim.name + " login");
    }

    /** A role of the user database; its members are in several stores. */
    private static Set<String> dropRole(Connection database) throws SQLException {
        TenantRecord tenant = old.manifest().tenant("alpha.example");
        Set<String> findings = tenant.users.stream()
                .filter(user -> user.roles.contains("Internal/auditors"))
                .map(user -> "alpha.example user " + user.name + " roles")
                .collect(Collectors.toSet());
        assertFalse("the role has members", findings.isEmpty());
        String role = "FROM UM_HYBRID_ROLE WHERE UM_ROLE_NAME = 'auditors' AND UM_TENANT_ID = ?";
        update(database, "DELETE FROM UM_HYBRID_USER_ROLE WHERE UM_ROLE_ID IN (SELECT UM_ID " + role + ")", tenant.id);
        update(database, "DELETE " + role, tenant.id);
        return findings;
    }

    private static Set<String> changeOneByte(Connection database) throws SQLException {
        String resource = " WHERE REG_CONTENT_ID = (SELECT REG_CONTENT_ID FROM REG_RESOURCE R"
                + " JOIN REG_PATH P ON R.REG_PATH_ID = P.REG_PATH_ID AND R.REG_TENANT_ID = P.REG_TENANT_ID"
                + " WHERE REG_PATH_VALUE = '/_system/governance/upgrade' AND REG_NAME = 'bytes.bin'"
                + " AND R.REG_TENANT_ID = ?)";
        int tenant = old.manifest().tenant("carbon.super").id;
        byte[] bytes;
        try (PreparedStatement select =
                database.prepareStatement("SELECT REG_CONTENT_DATA FROM REG_CONTENT" + resource)) {
            select.setInt(1, tenant);
            try (ResultSet result = select.executeQuery()) {
                assertTrue(result.next());
                bytes = result.getBytes(1);
            }
        }
        bytes[100]++;
        update(database, "UPDATE REG_CONTENT SET REG_CONTENT_DATA = ?" + resource, bytes, tenant);
        return Set.of("carbon.super governance registry /upgrade/bytes.bin content");
    }

    /** In such a way that its time does not give it away. */
    private static Set<String> changeArtifact(PopulatedHome home) throws IOException {
        String path = "repository/deployment/server/scripts/nightly.sh";
        FileTime time = Files.getLastModifiedTime(home.resolve(path));
        TextFile.at(home.resolve(path)).append("true\n");
        Files.setLastModifiedTime(home.resolve(path), time);
        return Set.of("carbon.super " + path + " artifact");
    }

    private static void update(Connection database, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            assertNotEquals("rows of " + sql, 0, statement.executeUpdate());
        }
    }
}
