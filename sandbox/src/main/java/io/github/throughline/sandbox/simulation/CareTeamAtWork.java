package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.Refused;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Coordinators acknowledge what they are told some hours later; clinicians decide on most of it some days later. */
final class CareTeamAtWork {

    private static final double DECIDED = 0.75;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private static final Map<String, List<String>> DECISIONS = Map.of(
            "plateau", List.of("ADJUST_PLAN", "BRING_PHYSICIAN_BACK", "ORDER_IMAGING", "REFER", "CONTINUE_AND_WATCH"),
            "regression", List.of("BRING_PHYSICIAN_BACK", "ADJUST_PLAN", "REFER", "CONTINUE_AND_WATCH"),
            "off-track", List.of("ADJUST_PLAN", "CONTACT_PATIENT", "CONTINUE_AND_WATCH"),
            "side-effect", List.of("ADJUST_PLAN", "CONTACT_PATIENT", "CONTINUE_AND_WATCH"),
            "adherence", List.of("CONTACT_PATIENT"),
            "missed-checkins", List.of("CONTACT_PATIENT"),
            "safety-answer", List.of("CONTACT_PATIENT", "BRING_PHYSICIAN_BACK"));

    private static final List<String> OTHERWISE = List.of("CONTINUE_AND_WATCH");

    private final Clients clients;
    private final Agenda agenda;
    private final long seed;
    private final Set<UUID> handled = ConcurrentHashMap.newKeySet();
    private final Set<UUID> overtaken = ConcurrentHashMap.newKeySet();

    CareTeamAtWork(Clients clients, Agenda agenda, long seed) {
        this.clients = clients;
        this.agenda = agenda;
        this.seed = seed;
    }

    /** Puts the answer to a new escalation on the agenda. */
    void hear(Enrolled enrolled, Fact.Escalation escalation, Instant now) {
        if (!escalation.isOpen()) {
            overtaken.add(escalation.escalationId());
            return;
        }
        overtaken.remove(escalation.escalationId());
        if (!handled.add(escalation.escalationId())) {
            return;
        }
        // Not by its subject: that of a safety answer is the id of a reading, which no seed knows.
        var chance = Chance.of(
                seed,
                "care-team",
                enrolled.patient().number(),
                escalation.rule(),
                escalation.measure().orElse(""),
                escalation.ordinal());
        var acknowledgeAt = atWork(now.plus(hours(chance, 2, 14)), enrolled.patient());
        add(enrolled, acknowledgeAt, at -> acknowledge(enrolled, escalation));
        if (chance.nextDouble() < DECIDED) {
            var decideAt = atWork(acknowledgeAt.plus(hours(chance, 4, 72)), enrolled.patient());
            var kind = kind(escalation, chance);
            add(enrolled, decideAt, at -> decide(enrolled, escalation, kind, at));
        }
    }

    private void add(Enrolled enrolled, Instant at, Consumer<Instant> act) {
        agenda.add(at, Agenda.Who.CARE_TEAM, enrolled.patient().number(), act);
    }

    private void acknowledge(Enrolled enrolled, Fact.Escalation escalation) {
        unlessOvertaken(
                escalation, () -> clients.escalations().acknowledge(enrolled.coordinator(), escalation.escalationId()));
    }

    private void decide(Enrolled enrolled, Fact.Escalation escalation, String kind, Instant now) {
        unlessOvertaken(escalation, () -> {
            clients.escalations().decide(enrolled.physician(), escalation.escalationId(), kind);
            if (kind.equals("ADJUST_PLAN")) {
                add(enrolled, now.plus(Duration.ofDays(1)), at -> adjustPlan(enrolled));
            }
        });
    }

    private void adjustPlan(Enrolled enrolled) {
        var episode = enrolled.episode().episodeId();
        var plan = enrolled.draft().planId();
        var next = clients.plans().next(enrolled.physician(), episode, plan);
        clients.plans().sign(enrolled.physician(), episode, next);
    }

    /** Recovery may resolve what a person was about to answer. */
    private void unlessOvertaken(Fact.Escalation escalation, Runnable answer) {
        if (overtaken.contains(escalation.escalationId())) {
            return;
        }
        try {
            answer.run();
        } catch (Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
        }
    }

    private static String kind(Fact.Escalation escalation, RandomGenerator chance) {
        var kinds = DECISIONS.getOrDefault(escalation.rule(), OTHERWISE);
        return kinds.get(chance.nextInt(kinds.size()));
    }

    private static Duration hours(RandomGenerator chance, int from, int to) {
        return Duration.ofMinutes(chance.nextInt(from * 60, to * 60));
    }

    /** The next moment of a working day, in the patient's time zone. */
    private static Instant atWork(Instant instant, SimulatedPatient patient) {
        var local = instant.atZone(patient.zone());
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.with(MORNING).toInstant();
        }
        if (local.toLocalTime().isAfter(EVENING)) {
            return local.plusDays(1).with(MORNING).toInstant();
        }
        return instant;
    }
}
