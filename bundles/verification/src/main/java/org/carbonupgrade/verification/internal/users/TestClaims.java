package org.carbonupgrade.verification.internal.users;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wso2.carbon.user.api.ClaimManager;
import org.wso2.carbon.user.api.UserStoreException;

/** The claims of the users that a verification makes: those of the usual ones that the realm knows. */
final class TestClaims {

    private static final String CLAIMS = "http://wso2.org/claims/";

    /** Latin-1, as much as the narrowest character set in use for Carbon's databases holds. */
    private static final String GIVEN_NAME = "Zoë Françoise";

    private static final String LAST_NAME = "Ångström-Müller ß";

    /** What a database of the verification's own holds besides: Greek, Cyrillic, Japanese, and a pair of surrogates. */
    private static final String WIDER = " Ωμέγα Жук 山田太郎 \uD834\uDD1E";

    private TestClaims() {}

    /**
     * Values by claim URI.
     *
     * @param anyCharacter whether the store's database holds every character
     */
    static Map<String, String> of(String user, boolean anyCharacter, ClaimManager known) throws UserStoreException {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put(CLAIMS + "givenname", GIVEN_NAME);
        claims.put(CLAIMS + "lastname", anyCharacter ? LAST_NAME + WIDER : LAST_NAME);
        claims.put(CLAIMS + "emailaddress", user.contains("@") ? user : user + "@example.com");
        Map<String, String> mapped = new LinkedHashMap<>();
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            if (known.getClaim(claim.getKey()) != null) {
                mapped.put(claim.getKey(), claim.getValue());
            }
        }
        return mapped;
    }
}
