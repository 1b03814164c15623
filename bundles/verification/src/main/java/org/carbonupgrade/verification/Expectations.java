package org.carbonupgrade.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the upgraded server should hold because the old one did. Immutable. */
public final class Expectations {

    private final List<Tenant> tenants;
    private final List<UserStore> userStores;
    private final List<DataSource> dataSources;

    /**
     * @param tenants all of them but the super tenant
     * @param userStores all secondary user stores of all tenants
     * @param dataSources those that must be there; others may be too
     */
    public Expectations(List<Tenant> tenants, List<UserStore> userStores, List<DataSource> dataSources) {
        this.tenants = Collections.unmodifiableList(new ArrayList<>(tenants));
        this.userStores = Collections.unmodifiableList(new ArrayList<>(userStores));
        this.dataSources = Collections.unmodifiableList(new ArrayList<>(dataSources));
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

        /** @param jndi the name it is bound to; null if it is bound to none */
        public DataSource(String name, String jndi) {
            this.name = Objects.requireNonNull(name, "name");
            this.jndi = jndi;
        }

        public String name() {
            return name;
        }

        /** The name it is bound to in JNDI. */
        public Optional<String> jndi() {
            return Optional.ofNullable(jndi);
        }
    }
}
