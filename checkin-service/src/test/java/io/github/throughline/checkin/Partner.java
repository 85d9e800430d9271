package io.github.throughline.checkin;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.partner.PartnerOutcome;
import io.github.throughline.schemas.partner.PartnerRejection;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Instant;
import java.util.UUID;

/** A partner whose topics come into being while the service runs. */
final class Partner implements AutoCloseable {

    final String id;
    final Topic outcomes;
    final TopicProbe<PartnerRejection> rejections;
    private final TopicWriter writer;

    private Partner(String id, TopicWriter writer) {
        this.id = id;
        this.outcomes = Topics.partnerOutcome(id);
        this.writer = writer;
        TestBacking.shared().createTopics(Topics.partner(id));
        this.rejections = TopicProbe.of(Topics.partnerRejected(id), PartnerRejection.class);
    }

    static Partner create(TopicWriter writer) {
        return new Partner("clinic-" + UUID.randomUUID().toString().substring(0, 8), writer);
    }

    /** An episode of the patient whom the partner knows by this id. */
    Course course(String patient) {
        return Course.knownAs(id, patient);
    }

    /** An episode of a patient whom the partner knows by the id that we have. */
    Course course() {
        return Course.knownAs(id);
    }

    static PartnerOutcome.Builder outcome(String recordId, String patient, Instant observedAt) {
        return PartnerOutcome.newBuilder()
                .setRecordId(recordId)
                .setPatient(patient)
                .setMeasure("NPRS")
                .setObservedAt(observedAt);
    }

    /** All records of a patient are on one partition. */
    void send(PartnerOutcome.Builder outcome) {
        PartnerOutcome record = outcome.build();
        writer.send(outcomes, record.getPatient(), record);
    }

    /** The first refusal of a record. */
    PartnerRejection rejection(String recordId) {
        return rejections.awaitCount(recordId, 1).getFirst();
    }

    @Override
    public void close() {
        rejections.close();
    }
}
