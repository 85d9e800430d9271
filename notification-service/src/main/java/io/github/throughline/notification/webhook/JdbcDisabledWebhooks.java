package io.github.throughline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that asked not to be called again, as digests. */
@Repository
class JdbcDisabledWebhooks {

    private final JdbcClient jdbc;

    JdbcDisabledWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(String address) {
        return jdbc.sql("select exists (select 1 from disabled_webhook where address_digest = :digest)")
                .param("digest", digest(address))
                .query(Boolean.class)
                .single();
    }

    void add(String address, Instant machineNow) {
        jdbc.sql("""
                insert into disabled_webhook (address_digest, disabled_at) values (:digest, :at) on conflict do nothing
                """)
                .param("digest", digest(address))
                .param("at", Timestamp.from(machineNow))
                .update();
    }

    private static String digest(String address) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
