package org.carbonupgrade.verification.internal.carbon;

import org.wso2.carbon.core.util.CryptoUtil;
import org.wso2.carbon.core.util.KeyStoreManager;

/** What the server keeps encrypted with its key store. What is decrypted is thrown away at once. */
public final class Secrets {

    /** Decrypts something; whoever can't throws. */
    public void decrypt(String cipherText) throws Exception {
        if (CryptoUtil.getDefaultCryptoUtil().base64DecodeAndDecrypt(cipherText).length == 0) {
            throw new IllegalStateException("nothing comes of it");
        }
    }

    /** Opens the server's own key store and takes its private key; whoever can't throws. */
    public void takePrivateKey() throws Exception {
        KeyStoreManager manager = KeyStoreManager.getInstance(Tenancy.SUPER.id());
        manager.getPrimaryKeyStore(); // without which the manager has none to take the key from
        if (manager.getDefaultPrivateKey() == null) {
            throw new IllegalStateException("it has no private key under the alias configured");
        }
    }
}
