package org.carbonupgrade.itests.population;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A user: how to log in, and what the server is to say of this user then. */
public final class UserRecord {

    /** With the user store domain before it, unless the user is in the primary store. */
    public final String name;

    public final String password;

    /** All of the user's roles, those that every user has included. */
    public final SortedSet<String> roles;

    /** The values by claim URI; other claims are not looked at. */
    public final Map<String, String> claims;

    public UserRecord(String name, String password, SortedSet<String> roles, Map<String, String> claims) {
        this.name = name;
        this.password = password;
        this.roles = new TreeSet<>(roles);
        this.claims = new TreeMap<>(claims);
    }

    /** The user store domain in upper case; "PRIMARY" for the primary store. */
    public String store() {
        int slash = name.indexOf('/');
        return slash < 0 ? "PRIMARY" : name.substring(0, slash);
    }
}
