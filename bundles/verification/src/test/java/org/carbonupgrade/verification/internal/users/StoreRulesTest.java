package org.carbonupgrade.verification.internal.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.junit.Test;
import org.wso2.carbon.user.api.RealmConfiguration;

public class StoreRulesTest {

    private final Map<String, String> properties = new HashMap<>();

    @Test
    public void aNameThatIsAcceptedStaysAsItIs() {
        properties.put("UsernameJavaRegEx", "^[\\S]{3,30}$");

        assertEquals("vfabc-pu1", rules().userName("vfabc-pu1"));
    }

    @Test
    public void usersNamedByTheirMailAddressGetOne() {
        properties.put("UsernameJavaRegEx", "^[\\S]+@[\\S]+\\.[a-z]+$");

        assertEquals("vfabc-pu1@example.com", rules().userName("vfabc-pu1"));
    }

    @Test
    public void namesWithoutHyphensAreTried() {
        properties.put("RolenameJavaRegEx", "[a-z0-9]+");

        assertEquals("vfabcpr", rules().roleName("vfabc-pr"));
    }

    @Test
    public void aRuleThatNothingSatisfiesIsNamed() {
        properties.put("UsernameJavaRegEx", "^EMP[0-9]{6}$");

        CannotGoOn refusal = assertThrows(CannotGoOn.class, () -> rules().userName("vfabc-pu1"));
        assertEquals("VF_NAME_REFUSED", refusal.entry().code());
        assertTrue(refusal.entry().what().contains("UsernameJavaRegEx"));
    }

    @Test
    public void withoutARuleAnythingGoes() {
        assertEquals("vfabc-pu1", rules().userName("vfabc-pu1"));
        assertEquals(20, rules().password().length());
        assertTrue(rules().hasRoles());
    }

    @Test
    public void aStoreMayHaveNoRolesOfItsOwn() {
        properties.put("WriteGroups", "false");

        assertFalse(rules().hasRoles());
    }

    private StoreRules rules() {
        RealmConfiguration store = new RealmConfiguration();
        store.setUserStoreProperties(properties);
        return new StoreRules("PRIMARY", store);
    }
}
