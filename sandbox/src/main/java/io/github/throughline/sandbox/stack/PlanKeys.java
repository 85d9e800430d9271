package io.github.throughline.sandbox.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.sandbox.secrets.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/**
 * The key that signs plans in this sandbox, kept: plans that were signed yesterday must hold today.
 *
 * @param key with its private part
 */
record PlanKeys(ECKey key) {

    /** The key in the folder, which is made when it is missing. */
    static PlanKeys in(Path folder) {
        var file = folder.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, generate().toJSONString());
            }
            return new PlanKeys(ECKey.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " holds no key", e);
        }
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the service that signs: a JWK with its private part. */
    String signingKey() {
        return key.toJSONString();
    }

    /** For those who verify: a JWK set. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    @Override
    public String toString() {
        return "plan key " + key.getKeyID();
    }
}
