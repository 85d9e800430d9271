package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.Crowd;
import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.drive.CareTimeDriver;
import io.github.throughline.sandbox.report.Arrangement;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.simulation.SimulatedPatient.Consent;
import io.github.throughline.sandbox.simulation.SimulatedPatient.Route;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Simulated patients live through some weeks of driven care time. */
public final class Simulation {

    /** Coarse enough to be quick, fine enough that coordinators' hours and patients' days keep their order. */
    public static final Duration STEP = Duration.ofHours(6);

    private static final Duration CONSULTATION = Duration.ofHours(15);

    private static final Duration CONSENTS_LAST = Duration.ofDays(7 * 8);

    private final Duration step;
    private final Population population;
    private final Staff staff;
    private final CareTimeDriver driver;
    private final Agenda agenda = new Agenda();
    private final Crowd crowd = new Crowd();
    private final Enrolment enrolment;
    private final Answering answering;
    private final CareTeamAtWork careTeam;
    private final Clients clients;
    private final Map<UUID, Enrolled> enrolled = new ConcurrentHashMap<>();
    private final Invitations invitations;
    private volatile Instant now = Instant.EPOCH;
    private Instant consentsEndAt = Instant.MAX;
    private Instant lastConsentAt = Instant.MAX;

    /** @param step how far care time moves at once; it must not skip a grace period */
    public Simulation(
            Population population, Staff staff, Clients clients, CareTimeDriver driver, Ledger ledger, Duration step) {
        this.step = step;
        this.population = population;
        this.staff = staff;
        this.clients = clients;
        this.driver = driver;
        this.enrolment = new Enrolment(clients, staff, Long.toString(System.currentTimeMillis(), 36));
        this.answering = new Answering(clients, ledger, population.seed());
        this.invitations = new Invitations(population.seed(), enrolled);
        this.careTeam = new CareTeamAtWork(clients, agenda, population.seed());
    }

    /** Brings all patients into care at the start; their plans begin in the days after. */
    public void enrol(Instant start) {
        now = start;
        consentsEndAt = start.plus(CONSENTS_LAST);
        driver.moveTo(start);
        enrolment.registerCoordinators();
        var opened = new ConcurrentHashMap<SimulatedPatient, Intake.Opened>();
        crowd.each(population.patients(), patient -> opened.put(patient, enrolment.open(patient)));
        driver.awaitQuiet();
        crowd.each(opened.entrySet(), episode -> {
            var known = enrolment.plan(episode.getKey(), episode.getValue());
            enrolled.put(known.episode().patientId(), known);
        });
        for (var known : inOrder()) {
            var signAt = start.plus(Duration.ofDays(known.patient().startDay())).plus(CONSULTATION);
            agenda.add(
                    signAt,
                    Agenda.Who.CARE_TEAM,
                    known.patient().number(),
                    at -> clients.plans()
                            .sign(known.physician(), known.episode().episodeId(), known.draft()));
        }
        driver.awaitQuiet();
    }

    /**
     * Lives through the weeks, and returns when all is quiet at their end.
     *
     * @param afterStep told the care time after each step
     */
    public void live(Consumer<Instant> afterStep) {
        var end = now.plus(Duration.ofDays(7L * population.weeks()));
        while (now.isBefore(end)) {
            now = next(end);
            driver.moveTo(now);
            withdrawConsents();
            act(agenda.takeDue(now));
            afterStep.accept(now);
        }
        // What opened in the last step may have been answered before the end.
        while (agenda.nextAt().filter(at -> !at.isAfter(now)).isPresent()) {
            act(agenda.takeDue(now));
            afterStep.accept(now);
        }
    }

    /** In a moment of quiet: what is told just then must not depend on which of two messages is the quicker one. */
    private void withdrawConsents() {
        if (consentsEndAt.isAfter(now)) {
            return;
        }
        driver.awaitQuiet();
        crowd.each(
                inOrder().stream()
                        .filter(known -> known.patient().consent() == Consent.WITHDRAWN)
                        .toList(),
                enrolment::withdrawConsent);
        driver.awaitQuiet();
        lastConsentAt = now;
        consentsEndAt = Instant.MAX;
    }

    /**
     * Patients first, then the care team, when all that the patients said has arrived: what a clinician answers must not
     * depend on which of two messages is the quicker one.
     */
    private void act(List<Agenda.Entry> due) {
        var isCareTeam = due.stream()
                .collect(Collectors.partitioningBy(entry -> entry.who() == Agenda.Who.CARE_TEAM, Collectors.toList()));
        crowd.each(isCareTeam.getOrDefault(false, List.of()), Agenda.Entry::happen);
        driver.awaitQuiet();
        var careTeam = isCareTeam.getOrDefault(true, List.of());
        if (!careTeam.isEmpty()) {
            var byPatient = careTeam.stream().collect(Collectors.groupingBy(Agenda.Entry::patient));
            crowd.each(byPatient.values(), entries -> entries.forEach(Agenda.Entry::happen));
            driver.awaitQuiet();
        }
    }

    /** The next step, or the one after it when nobody does anything before: schedules do not mind. */
    private Instant next(Instant end) {
        var one = now.plus(step);
        boolean isIdle = agenda.nextAt().map(at -> at.isAfter(one)).orElse(true);
        var next = isIdle ? one.plus(step) : one;
        return next.isAfter(end) ? end : next;
    }

    /** What people do when they see something; called by the onlooker, in the order of the topics. */
    public void hear(Fact fact) {
        switch (fact) {
            case Fact.Checkin checkin when checkin.what().equals("OPENED") -> invite(checkin);
            case Fact.Escalation escalation -> {
                var known = enrolled.get(escalation.patientId());
                if (known != null) {
                    careTeam.hear(known, escalation, now);
                }
            }
            default -> {}
        }
    }

    private void invite(Fact.Checkin checkin) {
        var known = enrolled.get(checkin.patientId());
        if (known != null) {
            invitations
                    .take(checkin)
                    .ifPresent(answerAt -> agenda.add(
                            answerAt, Agenda.Who.PATIENT, known.patient().number(), at -> answer(known, checkin, at)));
        }
    }

    private void answer(Enrolled known, Fact.Checkin checkin, Instant at) {
        if (known.patient().route() == Route.PARTNER_TOPIC) {
            answering.byPartner(known, checkin, at, staff.lab(), enrolment.labPatient(known.patient()));
        } else {
            answering.byApp(known, checkin, at);
        }
    }

    /** The care time at which the simulation stands. */
    public Instant now() {
        return now;
    }

    /** The trajectory of each patient, by patient id. */
    public Map<UUID, String> trajectories() {
        return enrolled.values().stream()
                .collect(Collectors.toMap(
                        known -> known.episode().patientId(),
                        known -> known.patient().trajectory().word()));
    }

    /**
     * What was agreed on, and what patients had a mind to do up to now.
     *
     * @param checkins everything that the topics say of check-ins
     */
    public Arrangement arrangement(Collection<Fact.Checkin> checkins) {
        var coordinators = new HashMap<UUID, String>();
        var consents = new HashMap<UUID, Instant>();
        enrolled.forEach((patientId, known) -> {
            coordinators.put(patientId, staff.coordinatorOf(known.patient()));
            consents.put(patientId, lastConsent(known.patient()));
        });
        return new Arrangement(coordinators, staff.mailboxes(), consents, invitations.toBeAnswered(checkins, now));
    }

    private Instant lastConsent(SimulatedPatient patient) {
        return switch (patient.consent()) {
            case GIVEN -> Instant.MAX;
            case WITHDRAWN -> lastConsentAt;
            case NEVER_GIVEN -> Instant.MIN;
        };
    }

    /** Whom a patient id belongs to; null for patients of earlier runs. */
    public @Nullable SimulatedPatient patient(UUID patientId) {
        var known = enrolled.get(patientId);
        return known == null ? null : known.patient();
    }

    /** What the lab calls a patient, one with depression where there is any: for people who want to send readings too. */
    public String aPatientOfTheLab() {
        return inOrder().stream()
                .map(Enrolled::patient)
                .max(Comparator.comparing(patient -> patient.program().equals("depression")))
                .map(enrolment::labPatient)
                .orElseThrow();
    }

    private Collection<Enrolled> inOrder() {
        return enrolled.values().stream()
                .sorted(Comparator.comparingInt(known -> known.patient().number()))
                .toList();
    }
}
