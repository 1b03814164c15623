package org.carbonupgrade.internal.home;

/** A password as a configuration file keeps it: as it is, encrypted with the key store, or only by its name in a secure vault. */
public final class StoredSecret {

    /** How it is kept. */
    public enum Kind {
        PLAIN,
        ENCRYPTED,
        VAULT
    }

    private final Kind kind;
    private final String text;

    private StoredSecret(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    static StoredSecret plain(String password) {
        return new StoredSecret(Kind.PLAIN, password);
    }

    static StoredSecret encrypted(String cipherText) {
        return new StoredSecret(Kind.ENCRYPTED, cipherText);
    }

    static StoredSecret inVault(String alias) {
        return new StoredSecret(Kind.VAULT, alias);
    }

    public Kind kind() {
        return kind;
    }

    /** The password, its cipher text, or its alias. Never print the first. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
