package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.deadletter.DeadLetter;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.schemas.partner.EncounterKind;
import io.github.throughline.schemas.partner.PartnerEncounter;
import io.github.throughline.schemas.partner.PartnerOutcome;
import io.github.throughline.schemas.partner.PartnerRejection;
import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PartnerOutcomesIT {

    private static final String PARTNER =
            "clinic-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Topic TOPIC = Topics.partnerOutcome(PARTNER);
    private static final Topic REJECTED = Topics.partnerRejected(PARTNER);

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);
    private static final TopicProbe<DeadLetter> DEAD_LETTERS =
            TopicProbe.of(Topics.deadLetters("checkin-service"), DeadLetter.class);
    private static final TopicProbe<PartnerRejection> REJECTIONS = rejections();

    /** The service is running already when the partner's topics come into being. */
    private static TopicProbe<PartnerRejection> rejections() {
        TestBacking.shared().createTopics(Topics.partner(PARTNER));
        return TopicProbe.of(REJECTED, PartnerRejection.class);
    }

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
        CHECKINS.close();
        DEAD_LETTERS.close();
        REJECTIONS.close();
    }

    @Test
    void aPartnersRecordBecomesAReadingAndAnswersItsWindow() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-1").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        course.awaitOpenCheckin(SERVICE);

        // When
        send(outcome("r-1", "mrn-1", now).setItems(Map.of("1", 7)).setTotal(2.0));

        // Then
        var outcome = OUTCOMES.awaitCount(course.key(), 1).getFirst();
        assertThat(outcome.getValue()).isEqualTo(7.0);
        assertThat(outcome.getSource()).isEqualTo(ReadingSource.PARTNER);
        assertThat(outcome.getPartner()).isEqualTo(PARTNER);
        assertThat(outcome.getSourceRecordId()).isEqualTo("r-1");
        assertThat(outcome.getCheckinId()).isNull();
        assertThat(outcome.getEpisodeId()).isEqualTo(course.episodeId);
        assertThat(CHECKINS.awaitCount(course.key(), 2).getLast().getFact()).isEqualTo(CheckinFact.SUBMITTED);
    }

    @Test
    void aRecordSentTwiceHasOneEffectAnotherContentIsRefusedAndACorrectionReplaces() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-2").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        course.awaitOpenCheckin(SERVICE);

        // When
        send(outcome("r-2", "mrn-2", now).setMeasure("BDI").setTotal(21.0));
        send(outcome("r-2", "mrn-2", now).setMeasure("BDI").setTotal(21.0));
        send(outcome("r-2", "mrn-2", now).setMeasure("BDI").setTotal(22.0));
        send(outcome("r-2", "mrn-2", now).setMeasure("BDI").setTotal(12.0).setCorrection(true));

        // Then
        var outcomes = OUTCOMES.awaitCount(course.key(), 2);
        assertThat(outcomes).extracting(OutcomeRecorded::getVersion).containsExactly(1, 2);
        assertThat(outcomes).extracting(OutcomeRecorded::getValue).containsExactly(21.0, 12.0);
        assertThat(outcomes).extracting(OutcomeRecorded::getCorrected).containsExactly(false, true);
        assertThat(outcomes)
                .extracting(OutcomeRecorded::getReadingId)
                .containsOnly(outcomes.getFirst().getReadingId());
        assertThat(rejection("r-2").getCode()).isEqualTo("DUPLICATE_RECORD_ID");
    }

    @Test
    void whatCanNotBeTakenIsRefusedToThePartnerWithItsCode() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-3").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        course.awaitOpenCheckin(SERVICE);
        var other = course.another().open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        other.awaitOpenCheckin(SERVICE);

        // When
        send(outcome("bad-1", "nobody", now).setMeasure("BDI").setTotal(20.0));
        send(outcome("bad-2", "mrn-3", now).setMeasure("BDI").setTotal(20.0));
        var named = outcome("bad-3", "mrn-3", now).setEpisodeId(course.episodeId);
        send(named.setMeasure("XYZ").setTotal(20.0));
        send(named.setRecordId("bad-4").setMeasure("BDI").setTotal(64.0));
        send(named.setRecordId("bad-5").setTotal(20.0).setObservedAt(now.plus(Duration.ofMinutes(6))));
        send(named.setRecordId("bad-6").setObservedAt(now).setEpisodeId(UUID.randomUUID()));

        // Then
        assertThat(rejection("bad-1").getCode()).isEqualTo("UNKNOWN_PATIENT");
        assertThat(rejection("bad-2").getCode()).isEqualTo("AMBIGUOUS_EPISODE");
        assertThat(rejection("bad-3").getCode()).isEqualTo("NO_SUCH_MEASURE");
        assertThat(rejection("bad-4").getCode()).isEqualTo("IMPOSSIBLE_TOTAL");
        assertThat(rejection("bad-4").getField()).isEqualTo("total");
        assertThat(rejection("bad-4").getTopic()).isEqualTo(TOPIC.name());
        assertThat(rejection("bad-5").getCode()).isEqualTo("TIME_AHEAD");
        assertThat(rejection("bad-6").getCode()).isEqualTo("UNKNOWN_EPISODE");
        assertThat(OUTCOMES.recordsOf(course.key())).isEmpty();
    }

    @Test
    void aReadingOfAMeasureThatThePlanDoesNotHaveIsTakenWhereTheEpisodeIsNamed() {
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-4").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        course.awaitOpenCheckin(SERVICE);

        send(outcome("r-4", "mrn-4", now)
                .setEpisodeId(course.episodeId)
                .setMeasure("BDI")
                .setTotal(9.0));

        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getMeasure()).isEqualTo("BDI");
    }

    @Test
    void aRecordIdThatCanNotBeKeptIsRefusedAndHoldsUpNobody() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-8").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        course.awaitOpenCheckin(SERVICE);

        // When
        send(outcome("r\0-8", "mrn-8", now).setMeasure("BDI").setTotal(21.0));
        send(outcome("r-8\0", "nobody\0", now).setMeasure("BDI\0").setTotal(21.0));
        send(outcome("r-8", "mrn-8", now).setMeasure("BDI").setTotal(20.0));

        // Then
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getSourceRecordId())
                .isEqualTo("r-8");
        var rejection = REJECTIONS.awaitAny(found -> found.getCode().equals("INVALID_RECORD_ID"));
        assertThat(rejection.getRecordId()).isNull();
        assertThat(rejection.getField()).isEqualTo("recordId");
    }

    @Test
    void aRecordedRecordIsKnownAgainAndCorrectedThoughItsEpisodeHasClosedAndAnotherHasOpened() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-9").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        course.awaitOpenCheckin(SERVICE);
        send(outcome("r-9", "mrn-9", now).setMeasure("BDI").setTotal(21.0));
        OUTCOMES.awaitCount(course.key(), 1);
        var second = course.another().open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        second.awaitOpenCheckin(SERVICE);
        var stranger = Course.knownAs(PARTNER, "mrn-10").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
        stranger.awaitOpenCheckin(SERVICE);

        // When
        send(outcome("r-9", "mrn-9", now).setMeasure("BDI").setTotal(21.0));
        course.episode(WRITER, EpisodeStatus.CLOSED, now);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> SERVICE.count("episode", "id = ? and not open", course.episodeId) == 1);
        send(outcome("r-9", "mrn-9", now)
                .setEpisodeId(course.episodeId)
                .setMeasure("BDI")
                .setTotal(21.0));
        send(outcome("r-9", "mrn-9", now).setMeasure("BDI").setTotal(12.0).setCorrection(true));
        send(outcome("r-10", "mrn-9", now)
                .setEpisodeId(course.episodeId)
                .setMeasure("BDI")
                .setTotal(9.0));
        send(outcome("r-9", "mrn-10", now).setMeasure("BDI").setTotal(1.0).setCorrection(true));

        // Then
        var outcomes = OUTCOMES.awaitCount(course.key(), 2);
        assertThat(outcomes).extracting(OutcomeRecorded::getValue).containsExactly(21.0, 12.0);
        assertThat(outcomes).extracting(OutcomeRecorded::getEpisodeId).containsOnly(course.episodeId);
        assertThat(rejection("r-10").getCode()).isEqualTo("EPISODE_CLOSED");
        assertThat(REJECTIONS.awaitCount("r-9", 1))
                .extracting(PartnerRejection::getCode)
                .containsExactly("RECORD_ID_OF_ANOTHER_READING");
        assertThat(OUTCOMES.recordsOf(stranger.key())).isEmpty();
    }

    @Test
    void whatIsDeliveredAgainHasNoEffectThoughItWasCorrectedOrRefusedSince() throws Exception {
        try (var partner = Partner.create(WRITER)) {
            // Given
            Instant now = SERVICE.now();
            var course = partner.course("mrn-11").open(WRITER, now).plan(WRITER, now, every(1, "BDI"));
            course.awaitOpenCheckin(SERVICE);
            partner.send(outcome("r-11", "mrn-11", now).setMeasure("BDI").setTotal(21.0));
            partner.send(outcome("r-11", "mrn-11", now)
                    .setMeasure("BDI")
                    .setTotal(12.0)
                    .setCorrection(true));
            partner.send(outcome("r-11", "mrn-11", now)
                    .setMeasure("BDI")
                    .setTotal(11.0)
                    .setCorrection(true));
            partner.send(outcome("r-12", "mrn-11", now).setMeasure("BDI").setTotal(99.0));
            partner.rejection("r-12");

            // When
            SERVICE.redeliver(partner.outcomes);
            partner.send(outcome("r-13", "mrn-11", now).setMeasure("BDI").setTotal(10.0));

            // Then
            OUTCOMES.awaitFirst(course.key(), found -> "r-13".contentEquals(found.getSourceRecordId()));
            assertThat(OUTCOMES.recordsOf(course.key()))
                    .extracting(OutcomeRecorded::getValue)
                    .containsExactly(21.0, 12.0, 11.0, 10.0);
            assertThat(partner.rejections.recordsOf("r-11")).isEmpty();
            assertThat(partner.rejections.recordsOf("r-12")).hasSize(1);
        }
    }

    @Test
    void aRecordThatOvertakesItsEpisodeWaitsForIt() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.knownAs(PARTNER, "mrn-5");

        // When
        send(outcome("r-5", "mrn-5", now).setItems(Map.of("1", 3)));
        course.open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));

        // Then
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getValue()).isEqualTo(3.0);
    }

    @Test
    void aPartnerWithoutATopicForRefusalsHoldsUpNobody() {
        // Given
        String partner = "mute-" + UUID.randomUUID().toString().substring(0, 8);
        TestBacking.shared().createTopics(List.of(Topics.partnerOutcome(partner)));
        Instant now = SERVICE.now();
        var course = Course.knownAs(partner, "mrn-7").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        course.awaitOpenCheckin(SERVICE);

        // When
        WRITER.send(
                Topics.partnerOutcome(partner),
                "mrn-7",
                outcome("bad", "mrn-7", now).setTotal(11.0).build());
        WRITER.send(
                Topics.partnerOutcome(partner),
                "mrn-7",
                outcome("good", "mrn-7", now).setTotal(10.0).build());

        // Then
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getSourceRecordId())
                .isEqualTo("good");
        assertThat(SERVICE.count(
                        "outbox", "topic = ?", Topics.partnerRejected(partner).name()))
                .isZero();
    }

    @Test
    void whatCanNotBeReadIsADeadLetterAndToldToThePartner() {
        // When
        WRITER.sendRaw(TOPIC, "key", "not Avro at all".getBytes(StandardCharsets.UTF_8), Map.of());
        var encounter = new PartnerEncounter("e-1", "mrn-6", EncounterKind.VISIT, SERVICE.now());
        WRITER.send(TOPIC, "key", encounter);

        // Then
        var rejections = REJECTIONS.await(
                TOPIC.name() + "/" + partitionOf("key") + "/" + offsetOf("key", 0), found -> !found.isEmpty());
        assertThat(rejections).allSatisfy(rejection -> {
            assertThat(rejection.getCode()).isEqualTo("UNREADABLE");
            assertThat(rejection.getRecordId()).isNull();
        });
        String place = TOPIC.name() + "-" + partitionOf("key") + "-";
        var letter = DEAD_LETTERS.awaitCount(place + offsetOf("key", 0), 1).getFirst();
        assertThat(StandardCharsets.UTF_8.decode(letter.getValue()).toString()).isEqualTo("not Avro at all");
        assertThat(DEAD_LETTERS.awaitCount(place + offsetOf("key", 1), 1)).hasSize(1);
        REJECTIONS.awaitCount(TOPIC.name() + "/" + partitionOf("key") + "/" + offsetOf("key", 1), 1);
    }

    private static long offsetOf(String key, int index) {
        try (var probe = TopicProbe.of(TOPIC, PartnerOutcome.class)) {
            return probe.rawRecordsOf(key).get(index).offset();
        }
    }

    private static int partitionOf(String key) {
        try (var probe = TopicProbe.of(TOPIC, PartnerOutcome.class)) {
            return probe.rawRecordsOf(key).getFirst().partition();
        }
    }

    private static PartnerRejection rejection(String recordId) {
        return REJECTIONS.awaitCount(recordId, 1).getFirst();
    }

    private static PartnerOutcome.Builder outcome(String recordId, String patient, Instant observedAt) {
        return PartnerOutcome.newBuilder()
                .setRecordId(recordId)
                .setPatient(patient)
                .setMeasure("NPRS")
                .setObservedAt(observedAt);
    }

    private static void send(PartnerOutcome.Builder outcome) {
        PartnerOutcome record = outcome.build();
        WRITER.send(TOPIC, record.getPatient(), record);
    }
}
