package org.carbonupgrade.itests.p2;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

public class P2RepositoryIT {

    private static P2Repository repository;

    @BeforeClass
    public static void read() throws Exception {
        repository = P2Repository.ofTheBuild();
    }

    @Test
    public void offersTheFeatureAndItsThreeBundlesAndNothingElse() throws Exception {
        Set<String> expected =
                new TreeSet<>(Set.of("org.carbonupgrade.feature.group", "org.carbonupgrade.feature.jar"));
        for (Built bundle : Built.bundles()) {
            expected.add(bundle.name());
        }
        assertEquals(expected, new TreeSet<>(repository.inContent("//unit/@id")));
    }

    @Test
    public void featureRequiresExactlyTheBundlesOfThisBuild() throws Exception {
        String required = "//unit[@id='org.carbonupgrade.feature.group']/requires/required";
        List<String> names = new ArrayList<>(List.of("org.carbonupgrade.feature.jar"));
        for (Built bundle : Built.bundles()) {
            names.add(bundle.name());
            assertEquals(
                    List.of("[" + bundle.version() + "," + bundle.version() + "]"),
                    repository.inContent(required + "[@name='" + bundle.name() + "']/@range"));
        }
        assertEquals(new TreeSet<>(names), new TreeSet<>(repository.inContent(required + "/@name")));
    }

    @Test
    public void filesAreTheBundlesOfThisBuildWithTheirSizesAndDigests() throws Exception {
        for (Built bundle : Built.bundles()) {
            byte[] built = Files.readAllBytes(bundle.jar());
            String properties = "//artifact[@classifier='osgi.bundle' and @id='" + bundle.name() + "' and @version='"
                    + bundle.version() + "']/properties/property";
            assertEquals(bundle.name(), -1, Files.mismatch(bundle.jar(), repository.plugin(bundle)));
            assertEquals(
                    List.of(Integer.toString(built.length)),
                    repository.inArtifacts(properties + "[@name='download.size']/@value"));
            assertEquals(
                    List.of(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(built))),
                    repository.inArtifacts(properties + "[@name='download.checksum.sha-256']/@value"));
        }
        assertEquals(List.of("4"), repository.inArtifacts("//artifacts/@size"));
    }

    /** p2 shows these to whom it asks whether to install; a %name stands where a text is missing. */
    @Test
    public void saysWhoseItIsAndUnderWhichLicense() throws Exception {
        String unit = "//unit[@id='org.carbonupgrade.feature.group']";
        List<String> texts = Stream.of("/properties/property/@value", "/licenses/license", "/copyright")
                .flatMap(path -> values(unit + path).stream())
                .toList();
        assertEquals(
                List.of(), texts.stream().filter(text -> text.startsWith("%")).toList());
        assertEquals(List.of("Apache License, Version 2.0"), values(unit + "/licenses/license"));
    }

    private static List<String> values(String path) {
        try {
            return repository.inContent(path);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
