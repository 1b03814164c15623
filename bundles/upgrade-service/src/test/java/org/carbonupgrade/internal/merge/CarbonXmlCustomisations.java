package org.carbonupgrade.internal.merge;

import java.util.Arrays;
import java.util.List;

/** What customers do to carbon.xml. */
final class CarbonXmlCustomisations {

    static final String FILE = "repository/conf/carbon.xml";

    private CarbonXmlCustomisations() {}

    static List<Customisation> all() {
        return Arrays.asList(
                Customisation.of("host name", FILE, hand -> hand.uncomment("HostName>www")
                        .set("HostName", "is.example.com")),
                Customisation.of("host name of the console", FILE, hand -> hand.uncomment("MgtHostName>mgt")
                        .set("MgtHostName", "console.example.com")),
                Customisation.of("port offset, with a comment", FILE, hand -> hand.set("Offset", "3")
                        .addBefore("Offset", "<!-- node 2 of 3, see the wiki -->")),
                Customisation.of("the other server URL", FILE, hand -> hand.commentOut("ServerURL")
                        .at("</ServerURL> -->")
                        .uncomment("<ServerURL>https")),
                Customisation.of("index page", FILE, hand -> hand.uncomment("IndexPageURL>/carbon")
                        .set("IndexPageURL", "/carbon/start.jsp")),
                Customisation.of("a second server role", FILE, hand -> hand.at("<ServerRoles>")
                        .addAfter("Role", "<Role>Gateway</Role>")),
                Customisation.of(
                        "reverse proxy: two settings in one comment", FILE, hand -> hand.uncomment("<ProxyContextPath>")
                                .set("MgtProxyContextPath", "console")
                                .set("ProxyContextPath", "is")),
                Customisation.of("worker ports that stand in the middle of prose", FILE, hand -> hand.type(
                                "<WorkerHttpProxyPort>80<", "--><WorkerHttpProxyPort>8280<")
                        .type(
                                "<WorkerHttpsProxyPort>443</WorkerHttpsProxyPort>",
                                "<WorkerHttpsProxyPort>8243</WorkerHttpsProxyPort><!--")),
                Customisation.of("a block out of its comment", FILE, hand -> hand.uncomment("<SuperTenantOnly>")),
                Customisation.of("another URL context", FILE, hand -> hand.at("<AllTenants>")
                        .addAfter("UrlContext", "<UrlContext><Scheme>ldap</Scheme></UrlContext>")),
                Customisation.of("eager instead of lazy loading", FILE, hand -> hand.commentOut("LazyLoading")
                        .at("</LazyLoading>")
                        .uncomment("<EagerLoading>")
                        .set("Include", "*,!small.example.com")),
                Customisation.of("tenant deletion off", FILE, hand -> hand.set("TenantDelete", "false")),
                Customisation.of("cache timeout", FILE, hand -> hand.set("DefaultCacheTimeout", "30")),
                Customisation.of("distributed caches", FILE, hand -> hand.set("ForceLocalCache", "false")),
                Customisation.of("admin services over HTTP", FILE, hand -> hand.uncomment("HttpAdminServices>*")),
                Customisation.of("a role to be made at first start", FILE, hand -> hand.at("<ServiceUserRoles>")
                        .addAfter("Role", "<Role><Name>auditor</Name><Description>Auditors</Description></Role>")),
                Customisation.of("key store", FILE, hand -> hand.at("<KeyStore>")
                        .set("Location", "${carbon.home}/repository/resources/security/acme.jks")
                        .set("Password", "k3y&amp;st0re")
                        .set("KeyAlias", "acme")
                        .set("KeyPassword", "k3y&amp;pass")),
                Customisation.of("trust store in another format", FILE, hand -> hand.at("<TrustStore>")
                        .set("Location", "/etc/pki/trust.p12")
                        .set("Type", "PKCS12")
                        .set("Password", "tru5t")),
                Customisation.of("network authenticator out of line-wise comments", FILE, hand -> hand.at(
                                "<NetworkAuthenticatorConfig>")
                        .uncomment("<Pattern>")
                        .set("Pattern", ".*proxy.*")
                        .uncomment("<Type>proxy")
                        .uncomment("<Username>")
                        .uncomment("<Password>password")
                        .set("Password", "pr0xy")
                        .type("<!-- <Credential> -->", "<Credential>")
                        .type("<!-- </Credential> -->", "</Credential>")),
                Customisation.of("XSS pattern", FILE, hand -> hand.uncomment("Pattern></Pattern")
                        .at("<XSSPreventionConfig>")
                        .set("Pattern", ".*&lt;script.*")),
                Customisation.of("a file uploader less", FILE, hand -> hand.at("AnyFileUploadExecutor")
                        .remove("Mapping")),
                Customisation.of(
                        "a file uploader more",
                        FILE,
                        hand -> hand.at("<FileUploadConfig>")
                                .addBefore(
                                        "Mapping",
                                        "<Mapping><Actions><Action>acme</Action></Actions><Class>com.acme.Upload</Class></Mapping>")),
                Customisation.of("a request processor in the middle", FILE, hand -> hand.at("Wsdl11Processor")
                        .addBefore(
                                "Processor",
                                "<Processor><Item>acme</Item><Class>com.acme.Processor</Class></Processor>")),
                Customisation.of("deployment synchronizer", FILE, hand -> hand.at("<DeploymentSynchronizer>")
                        .set("Enabled", "true")
                        .set("AutoCommit", "true")
                        .set("SvnUrl", "https://svn.example.com/carbon/")
                        .set("SvnUser", "carbon")
                        .set("SvnPassword", "5vn")),
                Customisation.of("embedded database server", FILE, hand -> hand.uncomment("H2DatabaseConfiguration>")
                        .at("<H2DatabaseConfiguration>")
                        .type(">8082<", ">8083<")),
                Customisation.of(
                        "e-mail addresses as user names", FILE, hand -> hand.uncomment("EnableEmailUserName>true")),
                Customisation.of("mediation settings", FILE, hand -> hand.uncomment("<MediationConfig>")
                        .set("RegistryPersistence", "disabled")),
                Customisation.of("a server initializer", FILE, hand -> hand.uncomment("<Initializer>")
                        .set("Initializer", "com.acme.Initializer")),
                Customisation.of("console over HTTP", FILE, hand -> hand.uncomment("EnableHTTPAdminConsole>true")),
                Customisation.of("an element taken out", FILE, hand -> hand.remove("FeatureRepository")),
                Customisation.of(
                        "a section of the customer's own at the end",
                        FILE,
                        hand -> hand.addAfter(
                                "APIManagement",
                                "<!-- read by com.acme.audit -->\n    <Acme><Audit level=\"2\">on</Audit></Acme>")),
                Customisation.alone("the whole key store section commented out", FILE, hand -> hand.type(
                                "<InternalKeyStore>", "<!-- InternalKeyStore>")
                        .type("</InternalKeyStore>", "</InternalKeyStore -->")
                        .at("<!-- InternalKeyStore>")
                        .type("<!-- Keystore file location-->", "")
                        .type("<!-- Keystore type (JKS/PKCS12 etc.)-->", "")
                        .type("<!-- Keystore password-->", "")
                        .type("<!-- Private Key alias-->", "")
                        .type("<!-- Private Key password-->", "")),
                Customisation.alone("another encoding, with the characters that need it", FILE, hand -> hand.type(
                                "encoding=\"ISO-8859-1\"", "encoding=\"UTF-8\"")
                        .set("Name", "Caf\u00C3\u00A9 \u00E2\u0082\u00AC")));
    }
}
