package org.carbonupgrade.itests.population.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.wso2.carbon.core.util.CryptoUtil;

/** Makes secondary JDBC user stores, each on an H2 database of its own. */
final class UserStoreMaker {

    private static final String DRIVER = "org.h2.Driver";
    private static final String DATABASE_USER = "store";

    private final Carbon carbon;
    private final int tenantId;

    UserStoreMaker(Carbon carbon, int tenantId) {
        this.carbon = carbon;
        this.tenantId = tenantId;
    }

    UserStoreRecord make(UserStorePlan plan, String databasePassword) throws Exception {
        String database = "repository/database/STORE_" + plan.fileName();
        // Relative to the home, as Carbon's own: the store moves with the home.
        String url = "jdbc:h2:./" + database + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
        createDatabase(url, databasePassword);
        Path file = UserStores.directory(carbon, tenantId).resolve(plan.fileName() + ".xml");
        Files.createDirectories(file.getParent());
        Files.write(file, configuration(plan, url, databasePassword).getBytes(StandardCharsets.UTF_8));
        UserStores.load(carbon, tenantId, file, plan.domain);
        return new UserStoreRecord(plan.domain, carbon.home().relativize(file).toString(), database, plan.encrypted);
    }

    private void createDatabase(String url, String password) throws Exception {
        Class.forName(DRIVER);
        Path script = carbon.home().resolve("dbscripts/h2.sql");
        try (Connection connection = DriverManager.getConnection(url, DATABASE_USER, password);
                PreparedStatement run = connection.prepareStatement("RUNSCRIPT FROM ?")) {
            run.setString(1, script.toString());
            run.execute();
        }
    }

    private static String configuration(UserStorePlan plan, String url, String password) throws Exception {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<UserStoreManager class=\"org.wso2.carbon.user.core.jdbc.JDBCUserStoreManager\">\n");
        property(xml, "DomainName", plan.domain);
        property(xml, "driverName", DRIVER);
        property(xml, "url", url);
        property(xml, "userName", DATABASE_USER);
        if (plan.encrypted) {
            String encrypted =
                    CryptoUtil.getDefaultCryptoUtil().encryptAndBase64Encode(password.getBytes(StandardCharsets.UTF_8));
            xml.append("    <Property encrypted=\"true\" name=\"password\">" + encrypted + "</Property>\n");
        } else {
            property(xml, "password", password);
        }
        property(xml, "ReadOnly", "false");
        property(xml, "ReadGroups", "true");
        property(xml, "WriteGroups", "true");
        property(xml, "Disabled", "false");
        property(xml, "IsBulkImportSupported", "true");
        property(xml, "UsernameJavaRegEx", "^[\\S]{3,30}$");
        property(xml, "RolenameJavaRegEx", "^[\\S]{3,30}$");
        property(xml, "PasswordJavaRegEx", "^[\\S]{5,30}$");
        property(xml, "PasswordDigest", "SHA-256");
        property(xml, "StoreSaltedPassword", "true");
        property(xml, "CaseInsensitiveUsername", "true");
        property(xml, "MultiAttributeSeparator", ",");
        property(xml, "MaxUserNameListLength", "100");
        property(xml, "MaxRoleNameListLength", "100");
        property(xml, "UserRolesCacheEnabled", "true");
        property(xml, "UserNameUniqueAcrossTenants", "false");
        return xml.append("</UserStoreManager>\n").toString();
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("    <Property name=\"")
                .append(name)
                .append("\">")
                .append(value)
                .append("</Property>\n");
    }
}
