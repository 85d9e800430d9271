package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.client.Intake.Member;
import io.github.throughline.sandbox.client.Intake.Wish;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.simulation.SimulatedPatient.Consent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings simulated patients into care: referral, episode, plan. */
final class Enrolment {

    private final Clients clients;
    private final Staff staff;
    private final String run;

    /** @param run distinguishes this run's patients at partners from those of earlier runs */
    Enrolment(Clients clients, Staff staff, String run) {
        this.clients = clients;
        this.staff = staff;
        this.run = run;
    }

    void registerCoordinators() {
        staff.coordinators()
                .forEach(coordinator -> clients.intake()
                        .registerCoordinator(coordinator.reference(), coordinator.name(), coordinator.email()));
    }

    Intake.Opened open(SimulatedPatient patient) {
        return clients.intake()
                .open(new Wish(
                        patient.name(),
                        patient.program(),
                        patient.program(),
                        patient.zone(),
                        Optional.of(staff.coordinatorOf(patient)),
                        careTeam(patient, staff.physicianOf(patient)),
                        partnerPatients(patient)));
    }

    /** The episode must have reached plan-service. */
    Enrolled plan(SimulatedPatient patient, Intake.Opened episode) {
        var physician = Person.physician(staff.physicianOf(patient));
        var draft = clients.plans().draft(physician, episode.episodeId(), patient.program());
        return new Enrolled(patient, episode, physician, draft);
    }

    /** The patient lets nobody outside be told any more. */
    void withdrawConsent(Enrolled enrolled) {
        clients.consents().withdrawAll(enrolled.self(), enrolled.episode().episodeId());
    }

    /** What the lab calls the patient. */
    String labPatient(SimulatedPatient patient) {
        return run + "-" + patient.partnerPatient();
    }

    private List<Member> careTeam(SimulatedPatient patient, String physician) {
        var team = new ArrayList<Member>();
        team.add(Member.clinician(physician, "PHYSICIAN", "Dr. " + physician));
        outside(patient).ifPresent(team::add);
        return team;
    }

    private Optional<Member> outside(SimulatedPatient patient) {
        return switch (patient.provider()) {
            case NONE -> Optional.empty();
            case WEBHOOK ->
                Optional.of(new Member(
                        "pcp-" + patient.number(),
                        "PCP",
                        "ORGANISATION",
                        "Family practice",
                        "WEBHOOK",
                        Optional.of(staff.hookUrl()),
                        Optional.empty(),
                        patient.consent() != Consent.NEVER_GIVEN));
            case PARTNER_TOPIC ->
                Optional.of(new Member(
                        "network-" + patient.number(),
                        "SPECIALIST",
                        "ORGANISATION",
                        "Provider network",
                        "PARTNER_TOPIC",
                        Optional.empty(),
                        Optional.of(staff.network()),
                        patient.consent() != Consent.NEVER_GIVEN));
        };
    }

    private Map<String, String> partnerPatients(SimulatedPatient patient) {
        var patients = new HashMap<String, String>();
        patients.put(staff.network(), labPatient(patient));
        patients.put(staff.lab(), labPatient(patient));
        return patients;
    }
}
