package org.carbonupgrade.verification.internal.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class PasswordsTest {

    @Test
    public void satisfyTheRulesThatAreInUse() {
        for (String rule : new String[] {
            "^[\\S]{5,30}$",
            "^((?=.*\\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[!@#$%&*])).{6,15}$",
            "^(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])(?=.*[_])[\\S]{8,}$",
            "^[a-zA-Z0-9]{4,8}$",
            ".*"
        }) {
            String password = Passwords.accepted(rule).get();
            assertTrue(rule, password.matches(rule));
        }
    }

    @Test
    public void areNotInventedForARuleThatNobodyCanKnow() {
        assertFalse(Passwords.accepted("^secret$").isPresent());
    }

    @Test
    public void areDifferentEachTime() {
        assertNotEquals(Passwords.random(), Passwords.random());
        assertEquals(20, Passwords.random().length());
    }
}
