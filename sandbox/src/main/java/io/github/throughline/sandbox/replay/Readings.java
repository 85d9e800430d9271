package io.github.throughline.sandbox.replay;

import io.github.throughline.sandbox.client.Checkins;
import io.github.throughline.sandbox.client.Checkins.Answer;
import io.github.throughline.sandbox.client.Checkins.Submission;
import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.PartnerTopics;
import io.github.throughline.sandbox.client.Refused;
import io.github.throughline.sandbox.replay.ReplayedPatient.InCare;
import io.github.throughline.sandbox.replay.ReplayedPatient.Line;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.report.Sent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends readings as clients would: every second line through a partner's topic, the others by REST. */
final class Readings {

    private final Clients clients;
    private final Ledger ledger;
    private final String partner;

    Readings(Clients clients, Ledger ledger, String partner) {
        this.clients = clients;
        this.ledger = ledger;
        this.partner = partner;
    }

    void send(InCare patient, Line line) {
        if (line.number() % 2 == 0) {
            byPartner(patient, line);
        } else {
            byRest(patient, line);
        }
    }

    private void byPartner(InCare patient, Line line) {
        var reading = new PartnerTopics.Reading(
                recordId(patient, line),
                patient.patient().partnerPatient(),
                line.measure(),
                line.at(),
                Map.of(),
                line.value());
        var acceptedAt = clients.partners().write(partner, reading);
        ledger.sent(new Sent.PartnerRecord(partner, reading.recordId(), Optional.empty(), acceptedAt));
    }

    /** A reading that is all that an open check-in waits for answers it; any other is a reading of its own. */
    private void byRest(InCare patient, Line line) {
        var answer = new Answer(line.measure(), Map.of(), Optional.of(total(line.value())));
        var open = openFor(patient, line.measure());
        try {
            if (open.isPresent()) {
                submit(patient, open.get(), line, answer);
            } else {
                record(patient, line, answer);
            }
        } catch (Refused refused) {
            ledger.sent(new Sent.RefusedByRest(
                    "line " + line.number(), open.map(Checkins.Open::checkinId), 1, refused.code(), Instant.now()));
        }
    }

    private Optional<Checkins.Open> openFor(InCare patient, String measure) {
        return clients.checkins().open(patient.self(), patient.episodeId()).stream()
                .filter(checkin -> checkin.waitsFor().equals(List.of(measure)))
                .findFirst();
    }

    private void submit(InCare patient, Checkins.Open checkin, Line line, Answer answer) {
        var submission = new Submission(line.at(), List.of(answer), List.of(), Map.of());
        var readings = clients.checkins().submit(patient.self(), patient.episodeId(), checkin.checkinId(), submission);
        ledger.sent(new Sent.Submission(checkin.checkinId(), List.of(line.measure()), readings, Instant.now()));
    }

    private void record(InCare patient, Line line, Answer answer) {
        var recordId = recordId(patient, line);
        var id = clients.checkins().record(patient.self(), patient.episodeId(), recordId, line.at(), answer);
        ledger.sent(new Sent.SingleReading(recordId, id, Instant.now()));
    }

    /** The line alone tells a run's readings apart; what a record id can not hold of the patient's name is left out. */
    private static String recordId(InCare patient, Line line) {
        return patient.patient().partnerPatient().replaceAll("[^A-Za-z0-9._:/-]", "") + "-" + line.number();
    }

    private static BigDecimal total(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
