package io.github.throughline.intake.patient;

import java.util.List;
import java.util.Optional;

/** The patients of this deployment. */
public interface Patients {

    void add(Patient patient);

    void replace(Patient patient);

    Optional<Patient> find(PatientId id);

    /** The same, and keeps others from changing the patient until the transaction ends. */
    Optional<Patient> lock(PatientId id);

    /** Deletes the identity, with all that hangs on it. */
    void erase(PatientId id);

    /** The patient's ids at partners, by partner. */
    List<PartnerPatient> partnerPatients(PatientId id);

    /**
     * Adds those that are not known yet.
     *
     * @return whether there were any
     * @throws PartnerPatientTaken when one is somebody else's
     * @throws TooManyPartnerPatients when there are more than {@link PartnerPatient#MOST} then
     */
    boolean addPartnerPatients(PatientId id, List<PartnerPatient> partnerPatients);

    /**
     * Puts these in the place of those that were known.
     *
     * @throws PartnerPatientTaken when one is somebody else's
     */
    void replacePartnerPatients(PatientId id, List<PartnerPatient> partnerPatients);
}
