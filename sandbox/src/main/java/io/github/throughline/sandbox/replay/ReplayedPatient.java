package io.github.throughline.sandbox.replay;

import io.github.throughline.sandbox.client.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A real patient of the file.
 *
 * @param name as the file names them
 * @param partnerPatient what the partner calls them in this run
 * @param day0 midnight from which the patient's days are counted, and at which the plan begins
 * @param lines in the order of the file
 */
public record ReplayedPatient(String name, String partnerPatient, Instant day0, List<Line> lines) {

    public ReplayedPatient {
        lines = List.copyOf(lines);
    }

    /**
     * One reading.
     *
     * @param number of the line in the file; the reading's identity
     * @param at care time
     */
    public record Line(int number, Instant at, String measure, double value) {}

    /** The patient with an open episode. */
    record InCare(ReplayedPatient patient, UUID episodeId, UUID patientId) {

        Person self() {
            return Person.patient(patientId);
        }
    }

    List<String> measures() {
        return lines.stream().map(Line::measure).distinct().sorted().toList();
    }
}
