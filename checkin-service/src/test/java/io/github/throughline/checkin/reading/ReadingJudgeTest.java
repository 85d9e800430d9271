package io.github.throughline.checkin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.SafetyAnswer;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingJudgeTest {

    private static final Instant NOW = Instant.parse("2026-10-14T08:00:00Z");
    private static final UUID EPISODE = new UUID(0, 1);
    private static final UUID OTHER_EPISODE = new UUID(0, 2);

    private static final Giver PATIENT = new Giver(Giver.Relation.PATIENT, "patient-1");
    private static final CheckinId CHECKIN = new CheckinId(new UUID(0, 3));

    private static final MeasureCatalogue CATALOGUE = MeasureCatalogue.standard();

    private final ReadingJudge judge = new ReadingJudge(CATALOGUE, content -> "f:" + content);

    @Test
    void aTotalThatTheMeasureCanHaveIsAccepted() {
        Reading reading = accepted(total("r-1", "BDI", 21.0));

        assertThat(reading.result().value()).isEqualTo(21);
        assertThat(reading.revision().version()).isEqualTo(1);
    }

    @Test
    void itemsCountWhereATotalIsGivenToo() {
        var given = new GivenReading(partner("r-1"), "NPRS", NOW, Map.of("1", 4), 9.0, false);

        assertThat(accepted(given).result().value()).isEqualTo(4);
    }

    @Test
    void aSkippedQuestionnaireIsTakenWithoutAValueAndAMissingOneIsRefused() {
        var skipped = new HashMap<String, @Nullable Integer>();
        skipped.put("1", null);

        Reading reading = accepted(items("r-1", "NPRS", skipped));

        assertThat(reading.result().value()).isNull();
        assertThat(reading.result().unscoredReason()).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(refused(items("r-2", "PEG", Map.of())).code()).isEqualTo(Code.ITEMS_REQUIRED);
    }

    @Test
    void safetyAnswersDoNotNeedATotal() {
        Reading reading = accepted(items("r-1", "PHQ-9", Map.of("9", 1)));

        assertThat(reading.result().value()).isNull();
        assertThat(reading.result().safetyAnswers()).containsExactly(new SafetyAnswer("9", 1));
    }

    @Test
    void badInputIsRefusedWithItsCodeAndField() {
        assertThat(refused(total("r", "XYZ", 1.0))).isEqualTo(Refusal.of(Code.NO_SUCH_MEASURE, "measure"));
        assertThat(refused(total("r", "BDI", 63.5))).isEqualTo(Refusal.of(Code.IMPOSSIBLE_TOTAL, "total"));
        assertThat(refused(items("r", "PHQ-9", Map.of("12", 1)))).isEqualTo(Refusal.of(Code.UNKNOWN_ITEM, "items.12"));
        assertThat(refused(items("r", "PHQ-9", Map.of("2", 4))))
                .isEqualTo(Refusal.of(Code.ITEM_OUT_OF_RANGE, "items.2"));
        assertThat(refused(items("r", "BDI", Map.of("2", 1)))).isEqualTo(Refusal.of(Code.TOTAL_REQUIRED, "total"));
    }

    @Test
    void aRecordIdHasRoomForNothingThatTellsWhoSomebodyIs() {
        for (String recordId :
                List.of("", " ", "r".repeat(201), "r\0", "r\n", "r\ud800", "Maria Muster 12.3.", "Müller", "m@x")) {
            assertThat(refused(total(recordId, "BDI", 1.0))).isEqualTo(Refusal.of(Code.INVALID_RECORD_ID, "recordId"));
        }
        for (String recordId : List.of("r".repeat(200), "mfx1k2-MRN-10042-17", "urn:oid:1.2.3/4_5")) {
            assertThat(accepted(total(recordId, "BDI", 1.0)).origin().recordId())
                    .isEqualTo(recordId);
        }
    }

    @Test
    void aSubmissionsAnswerIsNotRefusedForAnIdThatItDidNotChoose() {
        var origin = Origin.submission(PATIENT, CHECKIN, "no such measure");

        assertThat(refused(new GivenReading(origin, "no such measure", NOW, Map.of(), 1.0, false)))
                .isEqualTo(Refusal.of(Code.NO_SUCH_MEASURE, "measure"));
    }

    @Test
    void ofThePatientsOwnActivitiesThoseOfThePlanAreNeeded() {
        // Given
        var four = Optional.of(new PlannedMeasure(
                "PSFS",
                "1",
                PlannedMeasure.Direction.HIGHER_IS_BETTER,
                1,
                null,
                DefaultTerms.stallTerms(CATALOGUE.measure("PSFS").orElseThrow(), null),
                null,
                List.of("walk", "lift", "sit", "sleep")));
        var given = new GivenReading(partner("r-1"), "PSFS", NOW, Map.of("1", 3, "2", 4, "3", 5), null, false);

        // Then
        assertThat(judge.judge(given, EPISODE, Optional.empty(), four, NOW))
                .isInstanceOfSatisfying(
                        Judgement.Accepted.class,
                        accepted -> assertThat(accepted.reading().result().unscoredReason())
                                .isEqualTo("TOO_FEW_ANSWERS"));
        assertThat(accepted(given).result().value()).isEqualTo(4);
    }

    @Test
    void aClockMayBeFiveMinutesAheadAndNoMore() {
        assertThat(judge.judge(at(NOW.plus(Duration.ofMinutes(5))), EPISODE, Optional.empty(), Optional.empty(), NOW))
                .isInstanceOf(Judgement.Accepted.class);
        assertThat(judge.judge(
                        at(NOW.plus(Duration.ofMillis(300_001))), EPISODE, Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(new Judgement.Refused(Refusal.of(Code.TIME_AHEAD, "observedAt")));
    }

    @Test
    void aTimeBeforeTheYear2000IsAnError() {
        Reading known = accepted(total("r-1", "BDI", 21.0));
        var implausible = new Judgement.Refused(Refusal.of(Code.TIME_IMPLAUSIBLE, "observedAt"));

        for (Instant observedAt : List.of(
                Instant.MIN, Instant.ofEpochMilli(NOW.getEpochSecond()), Instant.parse("1999-12-31T23:59:59.999Z"))) {
            assertThat(judge.judge(at(observedAt), EPISODE, Optional.empty(), Optional.empty(), NOW))
                    .isEqualTo(implausible);
            assertThat(again(at(observedAt), known)).isEqualTo(implausible);
        }
        assertThat(accepted(at(Instant.parse("2000-01-01T00:00:00Z")))
                        .revision()
                        .version())
                .isEqualTo(1);
        assertThat(again(at(Instant.MAX), known))
                .isEqualTo(new Judgement.Refused(Refusal.of(Code.TIME_AHEAD, "observedAt")));
    }

    @Test
    void theSameRecordAgainIsRecognised() {
        Reading known = accepted(total("r-1", "BDI", 21.0));

        assertThat(again(total("r-1", "BDI", 21.0), known)).isEqualTo(new Judgement.Repeated(known));
    }

    @Test
    void anotherContentUnderTheSameRecordIdIsRefusedUnlessItCorrects() {
        Reading known = accepted(total("r-1", "BDI", 21.0));
        var correction = new GivenReading(partner("r-1"), "BDI", NOW, Map.of(), 12.0, true);

        assertThat(again(total("r-1", "BDI", 12.0), known))
                .isEqualTo(new Judgement.Refused(Refusal.of(Code.DUPLICATE_RECORD_ID, "recordId")));
        assertThat(again(correction, known)).isInstanceOfSatisfying(Judgement.Accepted.class, accepted -> {
            assertThat(accepted.reading().id()).isEqualTo(known.id());
            assertThat(accepted.reading().revision().version()).isEqualTo(2);
            assertThat(accepted.reading().revision().isCorrected()).isTrue();
        });
    }

    @Test
    void aCorrectionChangesNeitherMeasureNorEpisode() {
        Reading known = accepted(total("r-1", "BDI", 21.0));
        var otherMeasure = new GivenReading(partner("r-1"), "NPRS", NOW, Map.of("1", 2), null, true);

        assertThat(again(otherMeasure, known))
                .isEqualTo(new Judgement.Refused(Refusal.of(Code.RECORD_ID_OF_ANOTHER_READING, "recordId")));
        assertThat(judge.judge(total("r-1", "BDI", 21.0), OTHER_EPISODE, Optional.of(known), Optional.empty(), NOW))
                .isEqualTo(new Judgement.Refused(Refusal.of(Code.RECORD_ID_OF_ANOTHER_READING, "recordId")));
    }

    @Test
    void recordIdsOfPartnersEpisodesAndGiversDoNotMeet() {
        var ofPartner = Origin.partner("clinic", "1");
        var ofOtherPartner = Origin.partner("lab", "1");
        var ofPatient = Origin.unscheduled(PATIENT, "1");
        var ofSon = Origin.unscheduled(new Giver(Giver.Relation.CAREGIVER, "son"), "1");
        var ofDaughter = Origin.unscheduled(new Giver(Giver.Relation.CAREGIVER, "daughter"), "1");
        var ofCheckin = Origin.submission(PATIENT, CHECKIN, "NPRS");

        assertThat(ofPartner.readingId(EPISODE))
                .isEqualTo(ofPartner.readingId(OTHER_EPISODE))
                .isNotEqualTo(ofOtherPartner.readingId(EPISODE))
                .isNotEqualTo(ofPatient.readingId(EPISODE));
        assertThat(ofPatient.readingId(EPISODE)).isNotEqualTo(ofPatient.readingId(OTHER_EPISODE));
        assertThat(ofPatient.readingId(EPISODE)).isNotEqualTo(ofSon.readingId(EPISODE));
        assertThat(ofSon.readingId(EPISODE)).isNotEqualTo(ofDaughter.readingId(EPISODE));
        assertThat(ofCheckin.readingId(EPISODE))
                .isNotEqualTo(Origin.unscheduled(PATIENT, ofCheckin.recordId()).readingId(EPISODE));
        assertThat(ofPartner.readingId(EPISODE).value().version()).isEqualTo(5);
    }

    private Reading accepted(GivenReading given) {
        return ((Judgement.Accepted) judge.judge(given, EPISODE, Optional.empty(), Optional.empty(), NOW)).reading();
    }

    private Refusal refused(GivenReading given) {
        return ((Judgement.Refused) judge.judge(given, EPISODE, Optional.empty(), Optional.empty(), NOW)).refusal();
    }

    private Judgement again(GivenReading given, Reading known) {
        return judge.judge(given, EPISODE, Optional.of(known), Optional.empty(), NOW);
    }

    private static GivenReading at(Instant observedAt) {
        return new GivenReading(partner("r-1"), "BDI", observedAt, Map.of(), 21.0, false);
    }

    private static GivenReading total(String recordId, String measure, double total) {
        return new GivenReading(partner(recordId), measure, NOW, Map.of(), total, false);
    }

    private static GivenReading items(String recordId, String measure, Map<String, @Nullable Integer> items) {
        return new GivenReading(partner(recordId), measure, NOW, items, null, false);
    }

    private static Origin partner(String recordId) {
        return Origin.partner("clinic", recordId);
    }
}
