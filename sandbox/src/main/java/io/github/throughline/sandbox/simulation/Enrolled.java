package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.client.Plans;

/**
 * A simulated patient with an episode and a plan.
 *
 * @param draft the plan's first version
 */
record Enrolled(SimulatedPatient patient, Intake.Opened episode, Person physician, Plans.Version draft) {

    Person self() {
        return Person.patient(episode.patientId());
    }

    Person coordinator() {
        return Person.coordinator(episode.coordinator());
    }
}
