package org.carbonupgrade.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.Rows;
import org.carbonupgrade.internal.database.TenantRealms;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.UserStoreFiles;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Finds the secrets that an old home and its databases keep encrypted with the primary key store. */
final class KeptSecrets {

    /** The passwords of the key stores that the registry keeps, those of tenants above all. */
    private static final String KEY_STORES =
            "SELECT P.REG_NAME, P.REG_VALUE, R.REG_NAME, R.REG_TENANT_ID FROM REG_PATH A"
                    + " JOIN REG_RESOURCE R ON R.REG_PATH_ID = A.REG_PATH_ID AND R.REG_TENANT_ID = A.REG_TENANT_ID"
                    + " JOIN REG_RESOURCE_PROPERTY L ON L.REG_VERSION = R.REG_VERSION AND L.REG_TENANT_ID = R.REG_TENANT_ID"
                    + " JOIN REG_PROPERTY P ON P.REG_ID = L.REG_PROPERTY_ID AND P.REG_TENANT_ID = L.REG_TENANT_ID"
                    + " WHERE A.REG_PATH_VALUE LIKE '%/repository/security/key-stores'"
                    + " AND P.REG_NAME IN ('password', 'privatekeyPass')";

    private final Workplace workplace;
    private final List<KeptSecret> secrets = new ArrayList<>();

    private KeptSecrets(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Those of user stores, of tenants' realms and of key stores in the registry. */
    static List<KeptSecret> of(Workplace workplace) {
        KeptSecrets kept = new KeptSecrets(workplace);
        UserStoreFiles.files(workplace.oldHome()).keySet().forEach(file -> kept.add(Xml.read(file), file.toString()));
        try {
            TenantRealms.read(
                    workplace.databases(),
                    workplace.copier(),
                    (tenant, realm) -> kept.add(
                            Xml.read(workplace.oldHome().tenants().resolve(String.valueOf(tenant.id())), realm),
                            "realm of tenant " + tenant));
        } catch (DbCopyException e) {
            // said by those who look whether each database can be read
        }
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (pair.uses().contains(DatabaseUse.REGISTRY)) {
                kept.keyStores(pair);
            }
        }
        return kept.secrets;
    }

    private void add(Element root, String where) {
        for (Element property : Xml.descendants(root, "Property")) {
            if (Boolean.parseBoolean(property.getAttribute("encrypted"))
                    || Boolean.parseBoolean(property.getAttribute("encrypt"))) {
                String name = "The property " + property.getAttribute("name");
                secrets.add(
                        new KeptSecret(name, where, property.getTextContent().trim()));
            }
        }
    }

    private void keyStores(DatabasePair pair) {
        try {
            secrets.addAll(workplace
                    .copier()
                    .query(
                            pair.old(),
                            connection -> Rows.all(
                                    connection,
                                    KEY_STORES,
                                    row -> new KeptSecret(
                                            "The property " + row.getString(1),
                                            pair.name() + ", key store " + row.getString(3) + " of tenant "
                                                    + row.getLong(4),
                                            String.valueOf(row.getString(2))))));
        } catch (DbCopyException e) {
            // no registry is in it yet, or the database can't be read, which others say
        }
    }
}
