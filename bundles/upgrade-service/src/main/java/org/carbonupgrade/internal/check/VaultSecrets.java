package org.carbonupgrade.internal.check;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.SecureVault;
import org.carbonupgrade.internal.home.VaultCipher;
import org.carbonupgrade.internal.step.Workplace;

/** A home with a secure vault has a secret for every alias that its configuration names, and somebody who opens the vault at start-up. */
final class VaultSecrets implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        SecureVault vault = new SecureVault(workplace.oldHome());
        Set<String> aliases = vault.aliases();
        if (aliases.isEmpty()) {
            return;
        }
        String where = vault.file().toString();
        Set<String> missing = new TreeSet<>(aliases);
        missing.removeAll(vault.kept());
        found.accept(UpgradeError.VAULT_SECRETS.found(
                missing.isEmpty() ? Status.OK : Status.FAIL,
                where,
                missing.isEmpty()
                        ? "The secure vault has a secret for each of " + aliases.size() + " aliases."
                        : "The secure vault has no secret for " + String.join(", ", missing) + "."));
        if (!vault.plain().isEmpty()) {
            found.accept(UpgradeError.VAULT_SECRETS.found(
                    Status.WARN,
                    where,
                    "The secrets of these aliases are not encrypted yet: " + String.join(", ", vault.plain()) + "."));
        }
        open(vault, workplace.oldHome(), found);
        found.accept(
                UpgradeError.VAULT_PASSWORD.found(
                        vault.hasPasswordFile() ? Status.OK : Status.WARN,
                        workplace.oldHome().toString(),
                        vault.hasPasswordFile()
                                ? "The secure vault is opened by a password file, which is not carried to the new home."
                                : "The secure vault is in use and there is no password file: a server asks for the password when it starts."));
    }

    /** Those that the server would not be able to open, where its password is at hand. */
    private static void open(SecureVault vault, CarbonHome home, Consumer<Finding> found) {
        Map<String, String> secrets = vault.encrypted();
        if (secrets.isEmpty()) {
            return;
        }
        String where = vault.file().toString();
        try {
            Optional<VaultCipher> cipher = VaultCipher.of(home);
            List<String> closed = secrets.keySet().stream()
                    .filter(alias -> cipher.isPresent() && !cipher.get().opens(secrets.get(alias)))
                    .collect(Collectors.toList());
            if (!closed.isEmpty()) {
                found.accept(UpgradeError.VAULT_SECRETS.found(
                        Status.FAIL,
                        where,
                        "The secrets of these aliases can't be decrypted with the vault's key store: "
                                + String.join(", ", closed) + "."));
            } else if (!cipher.isPresent()) {
                found.accept(UpgradeError.VAULT_SECRETS.found(
                        Status.WARN,
                        where,
                        "Whether the " + secrets.size()
                                + " secrets can be decrypted can't be told: the vault's password is not at hand."));
            }
        } catch (GeneralSecurityException e) {
            throw UpgradeError.KEY_STORE.at(
                    where,
                    "The vault's key store cannot be used (" + e.getClass().getSimpleName() + ").");
        }
    }
}
