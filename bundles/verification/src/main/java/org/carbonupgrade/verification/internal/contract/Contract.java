package org.carbonupgrade.verification.internal.contract;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.Settings;
import org.carbonupgrade.verification.VerificationRequest;

/** Reads the file by which an upgrade asks for a verification: UTF-8 JSON of format 1. */
public final class Contract {

    private static final Pattern UPGRADE_ID = Pattern.compile("\"upgradeId\"\\s*:\\s*\"([^\"\\\\]+)\"");

    /** The name stands in a query as it is. */
    private static final Pattern TABLE = Pattern.compile("UM_[A-Z_]{1,60}");

    private Contract() {}

    /**
     * What the file asks for.
     *
     * @throws UnreadableContract if it is not a contract; the message says what is wrong with it
     */
    public static VerificationRequest read(Path file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (IOException e) {
            throw new UnreadableContract("it can't be read: " + e);
        }
        try {
            return request(new Gson().fromJson(text, ContractFile.class));
        } catch (JsonParseException e) {
            throw new UnreadableContract("it is not the JSON of a contract: " + e.getMessage(), upgradeId(text));
        } catch (UnreadableContract e) {
            throw new UnreadableContract(e.getMessage(), upgradeId(text));
        }
    }

    /** What the text says to be the upgrade, even if it makes no sense as a whole; null if it says nothing. */
    private static String upgradeId(String text) {
        Matcher id = UPGRADE_ID.matcher(text);
        return id.find() ? id.group(1) : null;
    }

    private static VerificationRequest request(ContractFile contract) {
        if (contract == null) {
            throw new UnreadableContract("it is empty");
        }
        if (contract.format != ContractFile.FORMAT) {
            throw new UnreadableContract(
                    "its format is " + contract.format + ", this bundle reads format " + ContractFile.FORMAT);
        }
        VerificationRequest request = VerificationRequest.defaults()
                .forUpgrade(required(contract.upgradeId, "upgradeId"))
                .with(settings(contract.settings));
        return contract.expected == null ? request : request.expecting(expectations(contract.expected));
    }

    private static Settings settings(ContractFile.Counts counts) {
        if (counts == null) {
            return Settings.DEFAULTS;
        }
        try {
            return new Settings(
                    or(counts.userStores, Settings.DEFAULTS.userStores()),
                    or(counts.usersPerStore, Settings.DEFAULTS.usersPerStore()),
                    or(counts.tenants, Settings.DEFAULTS.tenants()),
                    or(counts.storesPerTenant, Settings.DEFAULTS.storesPerTenant()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableContract("of its settings, " + e.getMessage());
        }
    }

    private static Expectations expectations(ContractFile.Expected expected) {
        Expectations expectations = new Expectations(
                        each(expected.tenants, Contract::tenant),
                        each(expected.userStores, Contract::userStore),
                        each(expected.dataSources, Contract::dataSource))
                .with(each(expected.populations, Contract::population))
                .withOrphans(each(expected.orphanDirectories, id -> id));
        return expected.clusterDomain == null ? expectations : expectations.outOf(expected.clusterDomain);
    }

    private static Expectations.Tenant tenant(ContractFile.TenantLine line) {
        return new Expectations.Tenant(
                required(line.id, "id of a tenant"),
                required(line.domain, "domain of a tenant"),
                required(line.active, "active of a tenant"),
                required(line.directory, "directory of a tenant"));
    }

    private static Expectations.UserStore userStore(ContractFile.UserStoreLine line) {
        return new Expectations.UserStore(
                required(line.tenantId, "tenantId of a user store"),
                required(line.domain, "domain of a user store"),
                required(line.file, "file of a user store"));
    }

    private static Expectations.DataSource dataSource(ContractFile.DataSourceLine line) {
        String jndi = line.jndi == null || line.jndi.trim().isEmpty() ? null : line.jndi.trim();
        return new Expectations.DataSource(
                required(line.name, "name of a data source"), jndi, Boolean.TRUE.equals(line.staged));
    }

    private static Expectations.Population population(ContractFile.PopulationLine line) {
        String table = required(line.table, "table of a population");
        if (!TABLE.matcher(table).matches()) {
            throw new UnreadableContract("it counts the rows of " + table + ", which is no table of users");
        }
        return new Expectations.Population(
                table,
                required(line.tenantId, "tenantId of a population"),
                required(line.rows, "rows of a population"));
    }

    private static <L, V> List<V> each(List<L> lines, Function<L, V> value) {
        List<V> values = new ArrayList<>();
        if (lines != null) {
            for (L line : lines) {
                values.add(value.apply(required(line, "entry of a list")));
            }
        }
        return values;
    }

    private static int or(Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static <V> V required(V value, String what) {
        if (value == null) {
            throw new UnreadableContract("it lacks the " + what);
        }
        return value;
    }
}
