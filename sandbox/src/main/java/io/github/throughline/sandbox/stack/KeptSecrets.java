package io.github.throughline.sandbox.stack;

import io.github.throughline.sandbox.secrets.PrivateFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random secrets by name, the same ones as last time. */
final class KeptSecrets {

    private static final int BYTES = 32;

    private final Path file;
    private final Properties secrets = new Properties();

    private KeptSecrets(Path file) {
        this.file = file;
    }

    static KeptSecrets in(Path file) {
        var kept = new KeptSecrets(file);
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.secrets.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    /** 32 random bytes as a password: URL-safe Base64. */
    String secret(String name) {
        return kept(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** 32 random bytes as a key: plain Base64. */
    String key(String name) {
        return kept(name, Base64.getEncoder());
    }

    private synchronized String kept(String name, Base64.Encoder encoder) {
        var kept = secrets.getProperty(name);
        if (kept != null) {
            return kept;
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = encoder.encodeToString(bytes);
        secrets.setProperty(name, secret);
        save();
        return secret;
    }

    private void save() {
        try (var text = new StringWriter()) {
            secrets.store(text, null);
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
