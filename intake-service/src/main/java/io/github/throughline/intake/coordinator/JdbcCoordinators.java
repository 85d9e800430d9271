package io.github.throughline.intake.coordinator;

import io.github.throughline.intake.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Coordinators in their own table; their load from the open episodes. */
@Repository
class JdbcCoordinators implements Coordinators {

    private final JdbcClient jdbc;

    JdbcCoordinators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Coordinator coordinator) {
        return insert(coordinator, "on conflict (reference) do nothing") == 1;
    }

    @Override
    public void save(Coordinator coordinator) {
        insert(coordinator, """
                on conflict (reference) do update
                set name = excluded.name, email = excluded.email, active = excluded.active
                """);
    }

    private int insert(Coordinator coordinator, String onConflict) {
        return jdbc.sql("""
                insert into coordinator (reference, name, email, active) values (:reference, :name, :email, :active)
                """ + onConflict)
                .param("reference", coordinator.reference())
                .param("name", coordinator.name())
                .param("email", coordinator.email())
                .param("active", coordinator.active())
                .update();
    }

    @Override
    public Optional<Coordinator> find(String reference) {
        return jdbc.sql("select reference, name, email, active from coordinator where reference = :reference")
                .param("reference", reference)
                .query(Coordinator.class)
                .optional();
    }

    @Override
    public List<Coordinator> all() {
        return jdbc.sql("select reference, name, email, active from coordinator order by reference")
                .query(Coordinator.class)
                .list();
    }

    /** Two statements: the count must see what was committed while this waited for the lock. */
    @Override
    public List<Load> lockLoads() {
        jdbc.sql("select reference from coordinator where active order by reference for update")
                .query()
                .listOfRows();
        return jdbc.sql("""
                select c.reference, count(e.id)::int as open_episodes
                from coordinator c left join care_episode e on e.coordinator = c.reference and e.status = 'OPEN'
                where c.active group by c.reference order by c.reference
                """).query(Load.class).list();
    }

    @Override
    public Optional<String> earlierOf(PatientId patient) {
        return jdbc.sql("""
                select coordinator from care_episode where patient_id = :patient
                order by opened_at desc, id limit 1
                """)
                .param("patient", patient.value())
                .query(String.class)
                .optional();
    }
}
