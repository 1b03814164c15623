package org.carbonupgrade.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the upgraded server should hold because the old one did. Immutable. */
public final class Expectations {

    private final List<Tenant> tenants;
    private final List<UserStore> userStores;
    private final List<DataSource> dataSources;
    private final List<Population> populations;
    private final String clusterDomain;
    private final Set<Integer> orphans;

    /**
     * @param tenants all of them but the super tenant
     * @param userStores all secondary user stores of all tenants
     * @param dataSources those that must be there; others may be too
     */
    public Expectations(List<Tenant> tenants, List<UserStore> userStores, List<DataSource> dataSources) {
        this(tenants, userStores, dataSources, Collections.emptyList(), null, Collections.emptySet());
    }

    private Expectations(
            List<Tenant> tenants,
            List<UserStore> userStores,
            List<DataSource> dataSources,
            List<Population> populations,
            String clusterDomain,
            Set<Integer> orphans) {
        this.tenants = Collections.unmodifiableList(new ArrayList<>(tenants));
        this.userStores = Collections.unmodifiableList(new ArrayList<>(userStores));
        this.dataSources = Collections.unmodifiableList(new ArrayList<>(dataSources));
        this.populations = Collections.unmodifiableList(new ArrayList<>(populations));
        this.clusterDomain = clusterDomain;
        this.orphans = Collections.unmodifiableSet(new TreeSet<>(orphans));
    }

    /** The same, with how many users and roles the old user manager's database held. */
    public Expectations with(List<Population> counted) {
        return new Expectations(tenants, userStores, dataSources, counted, clusterDomain, orphans);
    }

    /** The same, and the server is to stay out of this cluster domain, which is production's. */
    public Expectations outOf(String domain) {
        return new Expectations(
                tenants, userStores, dataSources, populations, Objects.requireNonNull(domain, "domain"), orphans);
    }

    /** The same, and these directories of tenants that there are none of were in the old home too. */
    public Expectations withOrphans(Collection<Integer> ids) {
        return new Expectations(tenants, userStores, dataSources, populations, clusterDomain, new TreeSet<>(ids));
    }

    /** The ids of the directories in the old home that belonged to no tenant, in ascending order; unmodifiable. */
    public Set<Integer> orphans() {
        return orphans;
    }

    /** How many users and roles there were; empty if nobody has counted. */
    public List<Population> populations() {
        return populations;
    }

    /** The cluster domain of the old server, which the new one must not be in; empty if the old one was in none. */
    public Optional<String> clusterDomain() {
        return Optional.ofNullable(clusterDomain);
    }

    public List<Tenant> tenants() {
        return tenants;
    }

    public List<UserStore> userStores() {
        return userStores;
    }

    public List<DataSource> dataSources() {
        return dataSources;
    }

    /** A tenant as the old database and the old home had it. */
    public static final class Tenant {

        private final int id;
        private final String domain;
        private final boolean active;
        private final boolean directory;

        /** @param directory whether the tenant has a directory {@code repository/tenants/<id>} */
        public Tenant(int id, String domain, boolean active, boolean directory) {
            this.id = id;
            this.domain = Objects.requireNonNull(domain, "domain");
            this.active = active;
            this.directory = directory;
        }

        public int id() {
            return id;
        }

        public String domain() {
            return domain;
        }

        public boolean isActive() {
            return active;
        }

        public boolean hasDirectory() {
            return directory;
        }
    }

    /** A secondary user store of the old home. */
    public static final class UserStore {

        private final int tenantId;
        private final String domain;
        private final String file;

        /**
         * @param tenantId -1234 for the super tenant
         * @param file its configuration, relative to the server's home, with {@code /} between the parts
         */
        public UserStore(int tenantId, String domain, String file) {
            this.tenantId = tenantId;
            this.domain = Objects.requireNonNull(domain, "domain");
            this.file = Objects.requireNonNull(file, "file");
        }

        public int tenantId() {
            return tenantId;
        }

        public String domain() {
            return domain;
        }

        public String file() {
            return file;
        }
    }

    /** A data source of the old configuration. */
    public static final class DataSource {

        private final String name;
        private final String jndi;
        private final boolean staged;

        /**
         * @param jndi the name it is bound to; null if it is bound to none
         * @param staged whether the upgrade has copied its database to a staging database, which has a mark of that
         */
        public DataSource(String name, String jndi, boolean staged) {
            this.name = Objects.requireNonNull(name, "name");
            this.jndi = jndi;
            this.staged = staged;
        }

        public String name() {
            return name;
        }

        /** The name it is bound to in JNDI. */
        public Optional<String> jndi() {
            return Optional.ofNullable(jndi);
        }

        public boolean isStaged() {
            return staged;
        }
    }

    /** How many rows of one tenant a table of the user manager's database held. */
    public static final class Population {

        private final String table;
        private final int tenantId;
        private final long rows;

        /**
         * @param table such as {@code UM_USER}
         * @param tenantId -1234 for the super tenant
         */
        public Population(String table, int tenantId, long rows) {
            this.table = Objects.requireNonNull(table, "table");
            this.tenantId = tenantId;
            this.rows = rows;
        }

        public String table() {
            return table;
        }

        public int tenantId() {
            return tenantId;
        }

        public long rows() {
            return rows;
        }
    }
}
