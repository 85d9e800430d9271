package io.github.throughline.intake.referral;

import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals in their table; what is listed is joined with the caller's relation. */
@Repository
class JdbcReferrals implements Referrals {

    private final JdbcClient jdbc;

    JdbcReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Referral referral) {
        jdbc.sql("""
                insert into referral (id, patient_id, problem, referred_by, registered_by, received_at)
                values (:id, :patient, :problem, :referredBy, :registeredBy, :receivedAt)
                """)
                .param("id", referral.id().value())
                .param("patient", referral.patientId().value())
                .param("problem", referral.problem())
                .param("referredBy", referral.referredBy())
                .param("registeredBy", referral.registeredBy())
                .param("receivedAt", Timestamp.from(referral.receivedAt()))
                .update();
    }

    @Override
    public Optional<Referral> find(ReferralId id) {
        return jdbc.sql("select * from referral where id = :id")
                .param("id", id.value())
                .query(JdbcReferrals::read)
                .optional();
    }

    @Override
    public void accept(ReferralId id, UUID episodeId) {
        jdbc.sql("update referral set episode_id = :episode where id = :id")
                .param("episode", episodeId)
                .param("id", id.value())
                .update();
    }

    @Override
    public List<Referral> relatedTo(Caller caller) {
        return jdbc.sql("""
                select r.* from referral r
                where (:intake and (r.registered_by = :subject or r.episode_id is null))
                   or exists (select 1 from care_episode e where e.id = r.episode_id
                        and (e.coordinator = :subject or (:intake and e.registered_by = :subject)))
                order by r.received_at desc, r.id limit 500
                """)
                .param("intake", caller.is(Role.INTAKE))
                .param("subject", caller.subject())
                .query(JdbcReferrals::read)
                .list();
    }

    @Override
    public boolean tookIn(Caller caller, PatientId patient) {
        return caller.is(Role.INTAKE)
                && jdbc.sql("""
                        select exists (select 1 from referral where patient_id = :patient and registered_by = :subject)
                        """)
                        .param("patient", patient.value())
                        .param("subject", caller.subject())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean isIntakeOf(Caller caller, PatientId patient) {
        return caller.is(Role.INTAKE)
                && jdbc.sql("""
                        select exists (select 1 from referral where patient_id = :patient
                                and (registered_by = :subject or episode_id is null))
                            or exists (select 1 from care_episode where patient_id = :patient
                                and registered_by = :subject)
                        """)
                        .param("patient", patient.value())
                        .param("subject", caller.subject())
                        .query(Boolean.class)
                        .single();
    }

    private static Referral read(ResultSet row, int n) throws SQLException {
        return new Referral(
                new ReferralId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("problem"),
                row.getString("referred_by"),
                row.getString("registered_by"),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("episode_id", UUID.class));
    }
}
