package io.github.throughline.intake.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patients in tables that nothing but this class reads. */
@Repository
class JdbcPatients implements Patients {

    private final JdbcClient jdbc;

    JdbcPatients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Patient patient) {
        jdbc.sql("""
                insert into patient (id, name, birth_date, email, phone, registered_at, version)
                values (:id, :name, :birthDate, :email, :phone, :registeredAt, :version)
                """)
                .param("id", patient.id().value())
                .param("name", patient.name())
                .param("birthDate", patient.birthDate())
                .param("email", patient.email())
                .param("phone", patient.phone())
                .param("registeredAt", Timestamp.from(patient.registeredAt()))
                .param("version", patient.version())
                .update();
    }

    @Override
    public void replace(Patient patient) {
        jdbc.sql("""
                update patient set name = :name, birth_date = :birthDate, email = :email, phone = :phone,
                    version = :version
                where id = :id
                """)
                .param("id", patient.id().value())
                .param("name", patient.name())
                .param("birthDate", patient.birthDate())
                .param("email", patient.email())
                .param("phone", patient.phone())
                .param("version", patient.version())
                .update();
    }

    @Override
    public Optional<Patient> find(PatientId id) {
        return jdbc.sql("select * from patient where id = :id")
                .param("id", id.value())
                .query(JdbcPatients::read)
                .optional();
    }

    @Override
    public Optional<Patient> lock(PatientId id) {
        return jdbc.sql("select * from patient where id = :id for update")
                .param("id", id.value())
                .query(JdbcPatients::read)
                .optional();
    }

    @Override
    public void erase(PatientId id) {
        jdbc.sql("delete from patient where id = :id").param("id", id.value()).update();
    }

    @Override
    public List<PartnerPatient> partnerPatients(PatientId id) {
        return jdbc.sql("select partner, patient from partner_patient where patient_id = :id order by partner, patient")
                .param("id", id.value())
                .query(PartnerPatient.class)
                .list();
    }

    @Override
    public boolean addPartnerPatients(PatientId id, List<PartnerPatient> partnerPatients) {
        boolean added = insert(id, partnerPatients);
        if (added) {
            touch(id);
        }
        return added;
    }

    @Override
    public void replacePartnerPatients(PatientId id, List<PartnerPatient> partnerPatients) {
        jdbc.sql("delete from partner_patient where patient_id = :id")
                .param("id", id.value())
                .update();
        insert(id, partnerPatients);
        touch(id);
    }

    private void touch(PatientId id) {
        jdbc.sql("update patient set version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    private boolean insert(PatientId id, List<PartnerPatient> partnerPatients) {
        boolean added = false;
        for (PartnerPatient partnerPatient : partnerPatients) {
            added |= insert(id, partnerPatient);
            if (!isOf(id, partnerPatient)) {
                throw new PartnerPatientTaken(partnerPatient.partner());
            }
        }
        if (partnerPatients(id).size() > PartnerPatient.MOST) {
            throw new TooManyPartnerPatients();
        }
        return added;
    }

    private boolean insert(PatientId id, PartnerPatient partnerPatient) {
        return jdbc.sql("""
                insert into partner_patient (patient_id, partner, patient) values (:id, :partner, :patient)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("partner", partnerPatient.partner())
                        .param("patient", partnerPatient.patient())
                        .update()
                == 1;
    }

    private boolean isOf(PatientId id, PartnerPatient partnerPatient) {
        return jdbc.sql("select patient_id from partner_patient where partner = :partner and patient = :patient")
                .param("partner", partnerPatient.partner())
                .param("patient", partnerPatient.patient())
                .query(UUID.class)
                .single()
                .equals(id.value());
    }

    private static Patient read(ResultSet row, int n) throws SQLException {
        return new Patient(
                new PatientId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("email"),
                row.getString("phone"),
                row.getTimestamp("registered_at").toInstant(),
                row.getInt("version"));
    }
}
