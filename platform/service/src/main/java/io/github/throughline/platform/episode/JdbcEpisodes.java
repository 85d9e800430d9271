package io.github.throughline.platform.episode;

import io.github.throughline.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Episodes as one JSON document each, with the columns beside it that queries join on. An erased one stays as its id with
 * a version that no event passes.
 */
final class JdbcEpisodes implements Episodes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcEpisodes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Episode> find(UUID episodeId) {
        return jdbc.sql("select document from episode where id = :id and document is not null")
                .param("id", episodeId)
                .query(this::read)
                .optional();
    }

    @Override
    public Map<UUID, Episode> find(Set<UUID> episodeIds) {
        if (episodeIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select document from episode where id in (:ids) and document is not null")
                .param("ids", episodeIds)
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Episode::id, Function.identity()));
    }

    @Override
    public List<Episode> openOf(String partner, String patientHmac) {
        return jdbc.sql("""
                select e.document from episode e join episode_partner_patient p on p.episode_id = e.id
                where p.partner = :partner and p.patient_hmac = :hmac and e.open order by e.id
                """)
                .param("partner", partner)
                .param("hmac", patientHmac)
                .query(this::read)
                .list();
    }

    @Override
    public List<Episode> relatedTo(Caller caller, @Nullable UUID patientId) {
        return jdbc.sql("""
                select e.document from episode e
                where e.document is not null and (cast(:patient as uuid) is null or e.patient_id = :patient)
                  and (e.patient_id::text = :subject
                    or exists (select 1 from episode_member m where m.episode_id = e.id and m.reference = :subject))
                order by e.id
                """)
                .param("patient", patientId)
                .param("subject", caller.subject())
                .query(this::read)
                .list();
    }

    @Override
    public boolean related(Caller caller, UUID episodeId) {
        return jdbc.sql("""
                select exists (select 1 from episode e where e.id = :id and (e.patient_id::text = :subject
                    or exists (select 1 from episode_member m where m.episode_id = e.id and m.reference = :subject)))
                """)
                .param("id", episodeId)
                .param("subject", caller.subject())
                .query(Boolean.class)
                .single();
    }

    /**
     * Waits for whoever asked {@link #isErased}, and lets nobody ask before the transaction ends.
     *
     * @return whether it is newer than what was known
     */
    boolean save(Episode episode) {
        lock("pg_advisory_xact_lock", episode.id());
        int changed = jdbc.sql("""
                insert into episode (id, patient_id, open, coordinator, version, document)
                values (:id, :patientId, :open, :coordinator, :version, :document::jsonb)
                on conflict (id) do update set open = excluded.open, coordinator = excluded.coordinator,
                    version = excluded.version, document = excluded.document
                where episode.version < excluded.version
                """)
                .param("id", episode.id())
                .param("patientId", episode.patientId())
                .param("open", episode.isOpen())
                .param("coordinator", episode.coordinator())
                .param("version", episode.version())
                .param("document", json.writeValueAsString(episode))
                .update();
        if (changed == 1) {
            saveMembers(episode);
            savePartnerPatients(episode);
        }
        return changed == 1;
    }

    private void saveMembers(Episode episode) {
        jdbc.sql("delete from episode_member where episode_id = :id")
                .param("id", episode.id())
                .update();
        for (Episode.Member member : episode.careTeam()) {
            jdbc.sql("""
                    insert into episode_member (episode_id, reference, role) values (:id, :reference, :role)
                    on conflict do nothing
                    """)
                    .param("id", episode.id())
                    .param("reference", member.reference())
                    .param("role", member.role())
                    .update();
        }
    }

    private void savePartnerPatients(Episode episode) {
        jdbc.sql("delete from episode_partner_patient where episode_id = :id")
                .param("id", episode.id())
                .update();
        for (Episode.PartnerPatient patient : episode.partnerPatients()) {
            jdbc.sql("""
                    insert into episode_partner_patient (episode_id, partner, patient_hmac)
                    values (:id, :partner, :hmac) on conflict do nothing
                    """)
                    .param("id", episode.id())
                    .param("partner", patient.partner())
                    .param("hmac", patient.hmac())
                    .update();
        }
    }

    @Override
    public boolean isErased(UUID episodeId) {
        lock("pg_advisory_xact_lock_shared", episodeId);
        return jdbc.sql("select exists (select 1 from episode where id = :id and document is null)")
                .param("id", episodeId)
                .query(Boolean.class)
                .single();
    }

    /** Waits as {@link #save} does: what somebody is writing at this moment is there for each feature to delete. */
    void erase(UUID episodeId) {
        lock("pg_advisory_xact_lock", episodeId);
        jdbc.sql("delete from episode where id = :id").param("id", episodeId).update();
        jdbc.sql("insert into episode (id, open, version) values (:id, false, :last)")
                .param("id", episodeId)
                .param("last", Integer.MAX_VALUE)
                .update();
    }

    private void lock(String kind, UUID episodeId) {
        jdbc.sql("select " + kind + "(hashtextextended(:id, 0))")
                .param("id", episodeId.toString())
                .query()
                .listOfRows();
    }

    private Episode read(ResultSet row, int n) throws SQLException {
        return json.readValue(row.getString("document"), Episode.class);
    }
}
