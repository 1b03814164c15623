package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;

/** Names what a database has and a copy is not given. */
final class PgLeftOut {

    private static final String[][] KINDS = {
        {"pg_operator", "oprname", "oprnamespace", "operator"},
        {"pg_opclass", "opcname", "opcnamespace", "operator class"},
        {"pg_opfamily", "opfname", "opfnamespace", "operator family"},
        {"pg_conversion", "conname", "connamespace", "conversion"},
        {"pg_ts_config", "cfgname", "cfgnamespace", "text search configuration"},
        {"pg_ts_dict", "dictname", "dictnamespace", "text search dictionary"},
        {"pg_ts_parser", "prsname", "prsnamespace", "text search parser"},
        {"pg_ts_template", "tmplname", "tmplnamespace", "text search template"}
    };

    private static final String[][] GLOBAL = {
        {"pg_cast", "castsource::regtype || ' as ' || x.casttarget::regtype", "cast"},
        {"pg_language", "lanname", "language"},
        {"pg_event_trigger", "evtname", "event trigger"},
        {"pg_foreign_data_wrapper", "fdwname", "foreign data wrapper"},
        {"pg_foreign_server", "srvname", "foreign server"}
    };

    private final PgCatalog catalog;
    private final PgObjects objects;

    PgLeftOut(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void read() throws SQLException {
        for (String[] kind : KINDS) {
            name(
                    kind[3],
                    "SELECT n.nspname || '.' || x." + kind[1] + " FROM pg_catalog." + kind[0]
                            + " x JOIN pg_catalog.pg_namespace n ON n.oid = x." + kind[2] + " WHERE " + PgCatalog.OURS
                            + " AND "
                            + PgCatalog.own(kind[0], "x.oid") + " ORDER BY 1");
        }
        for (String[] kind : GLOBAL) {
            name(
                    kind[2],
                    "SELECT x." + kind[1] + " FROM pg_catalog." + kind[0] + " x WHERE x.oid >= 16384 AND "
                            + PgCatalog.own(kind[0], "x.oid")
                            + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend i"
                            + " WHERE i.classid = 'pg_catalog." + kind[0] + "'::regclass AND i.objid = x.oid"
                            + " AND i.deptype = 'i') ORDER BY 1");
        }
        name(
                "foreign table",
                "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f' AND "
                        + PgCatalog.OURS
                        + " ORDER BY 1");
        if (catalog.since(100000)) {
            name("publication", "SELECT pubname FROM pg_catalog.pg_publication ORDER BY 1");
        }
        String objectsCount = catalog.value("SELECT count(*) FROM pg_catalog.pg_largeobject_metadata");
        if (!"0".equals(objectsCount)) {
            objects.notCarried(objectsCount + " large objects (of pg_largeobject): copy them with pg_dump --blobs");
        }
    }

    /** What is set for a database as such: not its content, and an administrator's to set for staging. */
    void settings() throws SQLException {
        catalog.each(
                "SELECT coalesce(r.rolname || ' in ', '') || d.datname, array_to_string(s.setconfig, ', ')"
                        + " FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase"
                        + " LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole"
                        + " WHERE d.datname = pg_catalog.current_database() ORDER BY 1",
                row -> objects.notCarried("settings of " + row.getString(1) + " (" + row.getString(2)
                        + "): set them for the staging database with ALTER DATABASE"));
    }

    /** What is granted on objects that are yet to be made. */
    void defaultPrivileges() throws SQLException {
        catalog.each(
                "SELECT pg_catalog.pg_get_userbyid(defaclrole), coalesce(n.nspname, 'all schemas')"
                        + " FROM pg_catalog.pg_default_acl a LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace"
                        + " ORDER BY 1, 2",
                row -> objects.notCarried("default privileges of " + row.getString(1) + " in " + row.getString(2)
                        + ": they are for objects yet to be made"));
    }

    private void name(String kind, String sql) throws SQLException {
        for (String name : catalog.column(sql)) {
            objects.notCarried(kind + " " + name + ": objects of this kind are not copied");
        }
    }
}
