package org.carbonupgrade.internal.check;

import java.util.Collections;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.staging.CreateScripts;
import org.carbonupgrade.internal.step.Workplace;

/** The new version has a create script for every type of database that its kernel is to use: it supports the type. */
final class CreateScriptsThere implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        CreateScripts scripts = new CreateScripts(workplace.newHome(), workplace.copier());
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (Collections.disjoint(pair.uses(), Collections.singleton(DatabaseUse.OTHER))) {
                CreateScripts.text(scripts.kernel(scripts.name(pair.old(), "")));
            }
        }
    }
}
