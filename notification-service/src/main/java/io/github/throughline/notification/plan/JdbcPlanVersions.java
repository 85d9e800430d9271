package io.github.throughline.notification.plan;

import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.platform.plan.PlanKeysUnavailable;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.SignatureCheck;
import io.github.throughline.signedplan.UnreadablePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plan versions with their exact signed bytes; the signature is checked whenever one is read. */
@Repository
class JdbcPlanVersions implements PlanVersions {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcPlanVersions.class);

    /** @param changes number of changes of this version's state */
    record Row(
            UUID planId,
            int version,
            UUID episodeId,
            int changes,
            String state,
            byte[] content,
            String digest,
            String signature) {}

    private final JdbcClient jdbc;
    private final PlanKeys keys;

    JdbcPlanVersions(JdbcClient jdbc, PlanKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public List<PlanVersion> of(UUID episodeId) {
        return jdbc
                .sql("select * from plan_version where episode_id = :id order by version")
                .param("id", episodeId)
                .query(JdbcPlanVersions::read)
                .list()
                .stream()
                .flatMap(row -> checked(row).stream())
                .toList();
    }

    private Optional<PlanVersion> checked(Row row) {
        try {
            PlanContent content = PlanJson.read(row.content());
            return Optional.of(
                    new PlanVersion(row.planId(), row.version(), row.state(), content, row.digest(), signature(row)));
        } catch (UnreadablePlan e) {
            LOGGER.atError()
                    .addKeyValue("planId", row.planId())
                    .addKeyValue("planVersion", row.version())
                    .addKeyValue("error", e.getClass().getName())
                    .log("plan version can not be read, left out");
            return Optional.empty();
        }
    }

    private SignatureState signature(Row row) {
        if (!ContentDigest.of(row.content()).equals(row.digest())) {
            return SignatureState.INVALID;
        }
        try {
            // A key that is not known yet is soon: the keys are read again by themselves.
            return switch (keys.check(row.content(), row.signature(), Instant.EPOCH)) {
                case SignatureCheck.Valid valid -> SignatureState.VALID;
                case SignatureCheck.Invalid(String reason) ->
                    reason.equals("unknown-key") ? SignatureState.UNCHECKED : SignatureState.INVALID;
            };
        } catch (PlanKeysUnavailable e) {
            return SignatureState.UNCHECKED;
        }
    }

    void save(Row row) {
        jdbc.sql("""
                insert into plan_version (plan_id, version, episode_id, changes, state, content, digest, signature)
                values (:planId, :version, :episodeId, :changes, :state, :content, :digest, :signature)
                on conflict (plan_id, version) do update set changes = excluded.changes, state = excluded.state
                where plan_version.changes < excluded.changes
                """)
                .param("planId", row.planId())
                .param("version", row.version())
                .param("episodeId", row.episodeId())
                .param("changes", row.changes())
                .param("state", row.state())
                .param("content", row.content())
                .param("digest", row.digest())
                .param("signature", row.signature())
                .update();
    }

    void erase(UUID episodeId) {
        jdbc.sql("delete from plan_version where episode_id = :id")
                .param("id", episodeId)
                .update();
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("plan_id", UUID.class),
                row.getInt("version"),
                row.getObject("episode_id", UUID.class),
                row.getInt("changes"),
                row.getString("state"),
                row.getBytes("content"),
                row.getString("digest"),
                row.getString("signature"));
    }
}
