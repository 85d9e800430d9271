package io.github.throughline.sandbox.simulation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The people and organisations around the simulated patients.
 *
 * @param physicians references
 * @param lab partner on whose topic some patients' answers come in
 * @param network partner on whose topic some patients' outside providers are told
 * @param hookUrl where the other outside providers are told
 */
public record Staff(
        List<Coordinator> coordinators, List<String> physicians, String lab, String network, String hookUrl) {

    public Staff {
        coordinators = List.copyOf(coordinators);
        physicians = List.copyOf(physicians);
    }

    /** Somebody who coordinates. */
    public record Coordinator(String reference, String name, String email) {}

    /** Where each coordinator gets mail, by reference. */
    public Map<String, String> mailboxes() {
        return coordinators.stream().collect(Collectors.toMap(Coordinator::reference, Coordinator::email));
    }

    String physicianOf(SimulatedPatient patient) {
        return physicians.get((patient.number() - 1) % physicians.size());
    }

    String coordinatorOf(SimulatedPatient patient) {
        return coordinators.get((patient.number() - 1) % coordinators.size()).reference();
    }
}
