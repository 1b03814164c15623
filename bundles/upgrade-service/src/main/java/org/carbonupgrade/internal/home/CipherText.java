package org.carbonupgrade.internal.home;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import org.carbonupgrade.internal.json.Json;

/**
 * What a server or its cipher tool encrypted with the key of a key store: Base64 of RSA, or, newer, Base64 of a JSON object that names
 * the transformation ({@code t}) beside the cipher text ({@code c}).
 */
final class CipherText {

    static final String PKCS1 = "RSA/ECB/PKCS1Padding";

    /** What newer cipher tools pad with; they do not always say so. */
    static final String OAEP = "RSA/ECB/OAEPwithSHA1andMGF1Padding";

    private CipherText() {}

    /**
     * The plain text.
     *
     * @param paddings those that a text may have which does not name its own
     * @throws GeneralSecurityException if it is not encrypted with this key
     */
    static String decrypt(String cipherText, Key key, String... paddings) throws GeneralSecurityException {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(cipherText);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!text.startsWith("{")) {
                return decrypt(bytes, key, paddings);
            }
            JsonObject wrapped = JsonParser.parseString(text).getAsJsonObject();
            byte[] inner = Base64.getMimeDecoder().decode(Json.string(wrapped, "c"));
            String transformation = Json.string(wrapped, "t");
            return decrypt(inner, key, transformation.isEmpty() ? paddings : new String[] {transformation});
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new BadPaddingException("no cipher text");
        }
    }

    private static String decrypt(byte[] bytes, Key key, String... transformations) throws GeneralSecurityException {
        GeneralSecurityException last = new BadPaddingException("no padding");
        for (String transformation : transformations) {
            try {
                Cipher cipher = Cipher.getInstance(transformation);
                cipher.init(Cipher.DECRYPT_MODE, key);
                return new String(cipher.doFinal(bytes), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }
}
