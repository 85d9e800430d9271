package io.github.throughline.notification.recipient;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Patients' names, for the moment of showing them to somebody who is related to the patient. */
public interface PatientNames {

    /** Names by episode; an episode without an answer in time is left out. */
    Map<UUID, String> of(Collection<UUID> episodeIds);
}
