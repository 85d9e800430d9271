package io.github.throughline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that asked not to be called again, as digests. With another secret it is a new agreement, and called again. */
@Repository
class JdbcDisabledWebhooks {

    private final JdbcClient jdbc;

    JdbcDisabledWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(String address, String secret) {
        return jdbc.sql("select exists (select 1 from disabled_webhook where address_digest = :digest)")
                .param("digest", digest(address, secret))
                .query(Boolean.class)
                .single();
    }

    void add(String address, String secret, Instant machineNow) {
        jdbc.sql("""
                insert into disabled_webhook (address_digest, disabled_at) values (:digest, :at) on conflict do nothing
                """)
                .param("digest", digest(address, secret))
                .param("at", Timestamp.from(machineNow))
                .update();
    }

    private static String digest(String address, String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest((address + "\n" + secret).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
