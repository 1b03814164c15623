package org.carbonupgrade.verification.internal.contract;

import java.util.Collections;
import java.util.List;

/** The contract as it stands in the file, before anything of it is believed. Unknown fields are left out by the parser. */
final class ContractFile {

    /** The only format there is. */
    static final int FORMAT = 1;

    int format;
    String upgradeId;
    Counts settings;
    Expected expected;

    static final class Counts {
        Integer userStores;
        Integer usersPerStore;
        Integer tenants;
        Integer storesPerTenant;
    }

    static final class Expected {
        List<TenantLine> tenants = Collections.emptyList();
        List<UserStoreLine> userStores = Collections.emptyList();
        List<DataSourceLine> dataSources = Collections.emptyList();
        List<PopulationLine> populations = Collections.emptyList();
        String clusterDomain;
        List<Integer> orphanDirectories = Collections.emptyList();
    }

    static final class TenantLine {
        Integer id;
        String domain;
        Boolean active;
        Boolean directory;
    }

    static final class UserStoreLine {
        Integer tenantId;
        String domain;
        String file;
    }

    static final class DataSourceLine {
        String name;
        String jndi;
        Boolean staged;
    }

    static final class PopulationLine {
        String table;
        Integer tenantId;
        Long rows;
    }
}
