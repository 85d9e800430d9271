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
                patient.patient().partnerPatient() + "-" + line.number(),
                patient.patient().partnerPatient(),
                line.measure(),
                line.at(),
                Map.of(),
                line.value());
        var acceptedAt = clients.partners().write(partner, reading);
        ledger.sent(new Sent.PartnerRecord(partner, reading.recordId(), acceptedAt));
    }

    /** The first reading of an open check-in answers it; what comes between two check-ins is a reading of its own. */
    private void byRest(InCare patient, Line line) {
        var answer = new Answer(line.measure(), Map.of(), Optional.of(total(line.value())));
        try {
            var open = openFor(patient, line.measure());
            if (open.isPresent()) {
                submit(patient, open.get(), line.at(), answer);
            } else {
                record(patient, line, answer);
            }
        } catch (Refused refused) {
            ledger.sent(new Sent.RefusedByRest(1, refused.code(), Instant.now()));
        }
    }

    private Optional<Checkins.Open> openFor(InCare patient, String measure) {
        return clients.checkins().open(patient.self(), patient.episodeId()).stream()
                .filter(checkin -> checkin.measures().contains(measure))
                .filter(checkin -> !checkin.answered().contains(measure))
                .findFirst();
    }

    private void submit(InCare patient, Checkins.Open checkin, Instant at, Answer answer) {
        var submission = new Submission(at, List.of(answer), List.of(), Map.of());
        var readings = clients.checkins().submit(patient.self(), patient.episodeId(), checkin.checkinId(), submission);
        ledger.sent(new Sent.Submission(checkin.checkinId(), readings, Instant.now()));
    }

    private void record(InCare patient, Line line, Answer answer) {
        var id = clients.checkins()
                .record(
                        patient.self(),
                        patient.episodeId(),
                        patient.patient().partnerPatient() + "-" + line.number(),
                        line.at(),
                        answer);
        ledger.sent(new Sent.SingleReading(id, Instant.now()));
    }

    private static BigDecimal total(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
