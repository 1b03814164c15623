package org.carbonupgrade.internal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.TenantRealms;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.home.DataSourceReferences;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;

/**
 * Whoever names a data source names one that there is, and nobody names a database of his own instead, which no copy would reach. Says
 * who uses which, and which of them are one physical database.
 */
final class DataSourceUsers implements Prerequisite {

    private static final int SHOWN = 5;

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        DataSourceReferences references = DataSourceReferences.of(workplace.oldHome());
        TenantRealms.read(
                workplace.databases(),
                workplace.copier(),
                (tenant, realm) -> references.tenant(
                        tenant, Xml.read(workplace.oldHome().tenants().resolve(String.valueOf(tenant.id())), realm)));
        Set<String> defined = DataSourceFiles.of(workplace.oldHome()).stream()
                .map(source -> source.jndi().orElse(""))
                .collect(Collectors.toSet());
        String where = workplace.oldHome().conf().toString();
        references.byJndi().forEach((jndi, who) -> {
            if (!defined.contains(jndi)) {
                found.accept(UpgradeError.DATA_SOURCE_UNDEFINED.found(
                        Status.FAIL,
                        where,
                        "No data source is called " + jndi + "; it is used by " + shown(who) + "."));
            }
        });
        references.own().stream()
                .distinct()
                .forEach(who -> found.accept(UpgradeError.DATABASE_WITHOUT_SOURCE.found(
                        Status.FAIL,
                        where,
                        "A database is named by its own URL, not as a data source, in " + who + ".")));
        workplace.databases().pairs().forEach(pair -> found.accept(describe(pair, references)));
    }

    private static Finding describe(DatabasePair pair, DataSourceReferences references) {
        List<String> users = pair.sources().stream()
                .flatMap(source -> source.jndi()
                        .map(jndi -> references.byJndi().getOrDefault(jndi, new ArrayList<>()))
                        .map(Collection::stream)
                        .orElseGet(() -> new ArrayList<String>().stream()))
                .distinct()
                .collect(Collectors.toList());
        String names = pair.sources().stream().map(DataSource::name).collect(Collectors.joining(" and "));
        return UpgradeError.DATABASE_USERS.found(
                Status.OK,
                pair.name(),
                names + (pair.sources().size() > 1 ? " are one database" : "") + ", used by "
                        + (users.isEmpty() ? "nothing that is part of the kernel" : shown(users)) + ".");
    }

    private static String shown(List<String> who) {
        String first = who.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return who.size() > SHOWN ? first + " and " + (who.size() - SHOWN) + " others" : first;
    }
}
