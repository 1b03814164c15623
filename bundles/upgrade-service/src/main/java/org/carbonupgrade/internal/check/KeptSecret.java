package org.carbonupgrade.internal.check;

/** A secret that is kept encrypted: whose it is, where it stands, and its cipher text. Immutable. */
final class KeptSecret {

    private final String name;
    private final String where;
    private final String cipherText;

    /**
     * @param name for people, such as {@code The property P}
     * @param where a file, or a database and a row of it
     */
    KeptSecret(String name, String where, String cipherText) {
        this.name = name;
        this.where = where;
        this.cipherText = cipherText;
    }

    String name() {
        return name;
    }

    String where() {
        return where;
    }

    String cipherText() {
        return cipherText;
    }

    /** Not what it holds. */
    @Override
    public String toString() {
        return name + " of " + where;
    }
}
