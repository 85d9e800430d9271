package io.github.throughline.sandbox.report;

import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.stream.Refold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A run in which everything arrived once; tests change it and look at what the account says. */
abstract class AccountedRun {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    final UUID patient = UUID.randomUUID();
    final UUID episode = UUID.randomUUID();
    final UUID checkin = UUID.randomUUID();
    final UUID reading = UUID.randomUUID();
    final UUID event = UUID.randomUUID();
    final UUID escalation = UUID.randomUUID();
    final UUID notice = UUID.randomUUID();
    final Set<UUID> toBeAnswered = new HashSet<>();
    final Set<Refold.Standing> refolded = new HashSet<>();
    Instant lastConsent = Instant.MAX;

    final List<Sent> sent = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final List<Arrival> arrivals = new ArrayList<>();

    void everythingArrivedOnce() {
        sent.add(new Sent.Submission(checkin, List.of("NPRS"), List.of(reading), NOW));
        facts.add(checkin("SUBMITTED", 2));
        facts.add(outcome(event, reading, 1));
        facts.add(escalation(1));
        refolded.add(new Refold.Standing(escalation, true, NOW, NOW));
        told(notice, 1, "raised");
    }

    void told(UUID id, int version, String kind) {
        notices.add(notice(id, version, kind, "coordinator", true));
        arrivals.add(mail(id, NOW.plusMillis(250)));
    }

    Notice notice(UUID id, int version, String kind, String recipient, boolean toCoordinator) {
        return new Notice(
                id, escalation, version, kind, recipient, "email", "delivered", toCoordinator, Optional.of(NOW));
    }

    static Arrival mail(UUID id, Instant at) {
        return new Arrival("email", id, List.of("c@clinic.example"), at);
    }

    Fact outcome(UUID eventId, UUID readingId, int version) {
        return new Fact.Outcome(
                patient, eventId, readingId, version, "NPRS", Optional.empty(), "s-1", Optional.of(checkin));
    }

    Fact plan(int version) {
        return new Fact.Plan(patient, episode, version);
    }

    Fact escalation(int version) {
        return escalation(version, List.of(reading));
    }

    Fact escalation(int version, List<UUID> readings) {
        return new Fact.Escalation(
                patient,
                episode,
                escalation,
                version,
                "plateau",
                "NPRS",
                1,
                "ROUTINE",
                "RAISED",
                NOW,
                NOW,
                Optional.of("NPRS"),
                readings);
    }

    Fact checkin(String what, int version) {
        return new Fact.Checkin(patient, episode, checkin, version, 1, what, 1, NOW, NOW, NOW, List.of("NPRS"));
    }

    Report report() {
        var arrangement = new Arrangement(
                Map.of(patient, "coordinator"),
                Map.of("coordinator", "c@clinic.example"),
                Map.of(patient, lastConsent),
                toBeAnswered);
        return Accounting.report(
                "demo",
                Map.of(),
                new Evidence(arrangement, sent, facts, refolded, notices, arrivals),
                Map.of(patient, "non-responder"));
    }
}
