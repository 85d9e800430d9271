package io.github.throughline.sandbox.simulation;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.sandbox.client.Checkins.Answer;
import io.github.throughline.sandbox.client.Checkins.SideEffect;
import io.github.throughline.sandbox.client.Checkins.Submission;
import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.PartnerTopics;
import io.github.throughline.sandbox.client.Refused;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.report.Sent;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Patients answer their check-ins, by the app or through a partner's system. */
final class Answering {

    private static final List<String> SIDE_EFFECTS = List.of("drowsiness", "nausea", "dizziness");
    private static final int ONE_IN_SIDE_EFFECT = 12;

    /** Each as often as it stands here. */
    private static final List<String> SEVERITIES =
            List.of("MILD", "MILD", "MILD", "MILD", "MILD", "MODERATE", "MODERATE", "SEVERE");

    private final Clients clients;
    private final Ledger ledger;
    private final long seed;
    private final Answers answers;
    private final MeasureCatalogue catalogue = MeasureCatalogue.standard();

    Answering(Clients clients, Ledger ledger, long seed) {
        this.clients = clients;
        this.ledger = ledger;
        this.seed = seed;
        this.answers = new Answers(seed);
    }

    /** Answers a check-in by the patient's app. */
    void byApp(Enrolled enrolled, Fact.Checkin checkin, Instant at) {
        var submission = new Submission(
                at,
                checkin.measures().stream()
                        .map(measure -> answer(enrolled.patient(), measure, checkin.week()))
                        .toList(),
                sideEffects(enrolled.patient(), checkin.week()),
                adherence(enrolled, checkin.week()));
        try {
            var readings =
                    clients.checkins().submit(enrolled.self(), checkin.episodeId(), checkin.checkinId(), submission);
            ledger.sent(new Sent.Submission(checkin.checkinId(), checkin.measures(), readings, Instant.now()));
        } catch (Refused refused) {
            ledger.sent(new Sent.RefusedByRest(
                    "check-in " + checkin.checkinId(),
                    Optional.of(checkin.checkinId()),
                    checkin.measures().size(),
                    refused.code(),
                    Instant.now()));
        }
    }

    /** Answers a check-in through a partner, one record a measure. */
    void byPartner(Enrolled enrolled, Fact.Checkin checkin, Instant at, String partner, String patient) {
        for (String measure : checkin.measures()) {
            var answer = answer(enrolled.patient(), measure, checkin.week());
            var reading = new PartnerTopics.Reading(
                    checkin.checkinId() + "-" + measure,
                    patient,
                    measure,
                    at,
                    answer.items(),
                    answer.total().map(Number::doubleValue).orElse(null));
            var acceptedAt = clients.partners().write(partner, reading);
            ledger.sent(
                    new Sent.PartnerRecord(partner, reading.recordId(), Optional.of(checkin.checkinId()), acceptedAt));
        }
    }

    private Answer answer(SimulatedPatient patient, String id, int week) {
        Measure measure = catalogue
                .measure(id)
                .orElseThrow(() -> new IllegalStateException("the plan has a measure that nobody knows: " + id));
        var items = answers.items(patient, measure, week);
        return items.isEmpty()
                ? new Answer(id, items, Optional.of(answers.total(patient, measure, week)))
                : new Answer(id, items, Optional.empty());
    }

    private List<SideEffect> sideEffects(SimulatedPatient patient, int week) {
        var chance = Chance.of(seed, "side-effect", patient.number(), week);
        if (chance.nextInt(ONE_IN_SIDE_EFFECT) != 0) {
            return List.of();
        }
        var term = SIDE_EFFECTS.get(chance.nextInt(SIDE_EFFECTS.size()));
        return List.of(new SideEffect(term, SEVERITIES.get(chance.nextInt(SEVERITIES.size()))));
    }

    /** One patient in three hardly does what the plan asks for; the others leave out one time now and then. */
    private Map<String, Integer> adherence(Enrolled enrolled, int week) {
        int number = enrolled.patient().number();
        boolean hardly = Chance.of(seed, "adherence", number).nextInt(3) == 0;
        var chance = Chance.of(seed, "adherence", number, week);
        var done = new HashMap<String, Integer>();
        new TreeMap<>(enrolled.draft().activities())
                .forEach((activity, planned) ->
                        done.put(activity, hardly ? chance.nextInt(2) : planned - chance.nextInt(2)));
        return done;
    }
}
