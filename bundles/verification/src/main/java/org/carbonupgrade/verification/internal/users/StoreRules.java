package org.carbonupgrade.verification.internal.users;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.wso2.carbon.user.api.RealmConfiguration;
import org.wso2.carbon.user.core.UserCoreConstants;

/** What a user store accepts as the name of a user or a role and as a password: customers set rules of their own. */
final class StoreRules {

    private static final String ANYTHING = ".*";

    private final RealmConfiguration store;
    private final String domain;

    StoreRules(String domain, RealmConfiguration store) {
        this.domain = domain;
        this.store = store;
    }

    /** The name, or a form of it that the store accepts. */
    String userName(String name) {
        return accepted(
                UserCoreConstants.RealmConfig.PROPERTY_USER_NAME_JAVA_REG_EX,
                "user names",
                name,
                name.replace("-", ""),
                name + "@example.com");
    }

    /** The name, or a form of it that the store accepts. */
    String roleName(String name) {
        return accepted(
                UserCoreConstants.RealmConfig.PROPERTY_ROLE_NAME_JAVA_REG_EX,
                "role names",
                name,
                name.replace("-", ""));
    }

    /** A random password that the store accepts. */
    String password() {
        return Passwords.accepted(rule(UserCoreConstants.RealmConfig.PROPERTY_JAVA_REG_EX))
                .orElseThrow(() -> refused("passwords", UserCoreConstants.RealmConfig.PROPERTY_JAVA_REG_EX));
    }

    /** Whether roles can be added to the store itself. */
    boolean hasRoles() {
        String writeGroups = store.getUserStoreProperty(UserCoreConstants.RealmConfig.WRITE_GROUPS_ENABLED);
        return writeGroups == null || Boolean.parseBoolean(writeGroups);
    }

    private String accepted(String property, String what, String... names) {
        Pattern rule = Pattern.compile(rule(property));
        Optional<String> accepted = Arrays.stream(names)
                .filter(name -> rule.matcher(name).matches())
                .findFirst();
        return accepted.orElseThrow(() -> refused(what, property));
    }

    private String rule(String property) {
        String rule = store.getUserStoreProperty(property);
        return rule == null || rule.trim().isEmpty() ? ANYTHING : rule;
    }

    private CannotGoOn refused(String what, String property) {
        return new CannotGoOn(Code.VF_NAME_REFUSED.warn("user store " + domain + " has a rule for " + what + " ("
                + property + ") that no generated one satisfies"));
    }
}
