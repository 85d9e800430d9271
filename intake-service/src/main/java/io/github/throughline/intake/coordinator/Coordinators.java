package io.github.throughline.intake.coordinator;

import io.github.throughline.intake.patient.PatientId;
import java.util.List;
import java.util.Optional;

/** The coordinators of this deployment. */
public interface Coordinators {

    /** Adds the coordinator, where nobody is known by the reference. @return whether nobody was */
    boolean add(Coordinator coordinator);

    /** Adds the coordinator, or replaces what was known of them. */
    void save(Coordinator coordinator);

    Optional<Coordinator> find(String reference);

    /** All, by reference. */
    List<Coordinator> all();

    /** The active ones with their open episodes, by reference; nobody else assigns until the transaction ends. */
    List<Load> lockLoads();

    /** Who coordinated the patient's latest episode, open or closed. */
    Optional<String> earlierOf(PatientId patient);

    /** @param openEpisodes number of open episodes */
    record Load(String reference, int openEpisodes) {}
}
