package org.carbonupgrade.itests.support;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.carbonupgrade.itests.population.Inspection;
import org.junit.Test;

public class PopulationIT {

    @Test
    public void inspectionOfAnUntouchedHomeFindsEverythingAsItWas() {
        Path directory = Path.of(System.getProperty("itests.homes"), "populated");
        Trees.delete(directory);
        PopulatedHome home = OldHome.in(directory).from(CarbonPack.ofTheBuild()).populated();
        Inspection inspection = Population.of(home).inspect(home.manifest());
        assertEquals(List.of(), inspection.differences());
    }
}
