package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import io.github.throughline.schemas.escalation.Resolution;
import io.github.throughline.schemas.escalation.Severity;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.verdict.Verdict;
import io.github.throughline.schemas.verdict.VerdictChanged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StallTopologyTest {

    private final Ward ward = new Ward();

    @TempDir
    private Path state;

    private StreamBench bench;

    @BeforeEach
    void open() {
        bench = new StreamBench(state);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"IN_FORCE, stall-topology.txt", "SHADOW, shadow-topology.txt"})
    void topologyIsAsItWasReviewed(Publishing publishing, String reviewed) throws IOException {
        try (InputStream in = StallTopologyTest.class.getResourceAsStream(reviewed)) {
            assertThat(StreamBench.topology(state, publishing).describe().toString())
                    .isEqualToNormalizingNewlines(new String(in.readAllBytes(), UTF_8));
        }
    }

    @Test
    void aStallIsPublishedWithItsEvidence() {
        // When
        PlanVersionChanged plan = ward.signed();
        bench.send(ward, plan);
        bench.send(ward, ward.stalled(10).subList(1, 11));

        // Then
        List<EscalationChanged> escalations = bench.escalations();
        assertThat(escalations).hasSize(1);
        EscalationChanged plateau = escalations.getFirst();
        assertThat(plateau.getPatientId()).isEqualTo(ward.patient);
        assertThat(plateau.getEpisodeId()).isEqualTo(ward.episode);
        assertThat(plateau.getRule()).isEqualTo("plateau");
        assertThat(plateau.getSubject()).isEqualTo("NPRS");
        assertThat(plateau.getState()).isEqualTo(EscalationState.RAISED);
        assertThat(plateau.getVersion()).isEqualTo(1);
        assertThat(plateau.getRaisedAt()).isEqualTo(week(9));
        assertThat(plateau.getOccurredAt()).isEqualTo(week(9));
        assertThat(plateau.getPlanVersion()).isEqualTo(1);
        assertThat(plateau.getPlanDigest()).isEqualTo(plan.getContentDigest());
        assertThat(plateau.getNextStep()).isEqualTo("bring-physician-back");
        assertThat(plateau.getEvidence().getThresholds()).hasSize(8);
        assertThat(plateau.getEvidence().getReadings()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void anEscalationBearsWhatCloudEventsAskFor() {
        // When
        bench.send(ward, ward.answer9(week(1), 1));

        // Then
        var record = bench.records(Topics.ESCALATION).getFirst();
        assertThat(record.key()).isEqualTo(ward.key());
        assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.github.throughline.schemas.escalation.EscalationChanged");
        assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("/throughline/stall-detector");
    }

    @Test
    void aVerdictIsPublishedWhenItChanges() {
        // When
        bench.send(ward, ward.stalled(12));

        // Then
        assertThat(bench.verdicts())
                .extracting(VerdictChanged::getVerdict)
                .containsExactly(Verdict.TOO_EARLY, Verdict.IMPROVING, Verdict.STALLED);
    }

    @Test
    void aSafetyAnswerNeedsNoPlan() {
        // When
        bench.send(ward, ward.answer9(week(1), 2));

        // Then
        EscalationChanged safety = bench.escalations().getFirst();
        assertThat(safety.getSeverity()).isEqualTo(Severity.SAFETY);
        assertThat(safety.getPlanId()).isNull();
        assertThat(safety.getEvidence().getReadings().getFirst().getValue()).isNull();
        assertThat(safety.getEvidence().getSafetyAnswers().getFirst().getAnswer())
                .isEqualTo(2);
    }

    @Test
    void missedCheckinsAreRaisedAndALateSubmissionTakesThemBack() {
        // When
        bench.send(
                ward,
                ward.signed(),
                ward.checkin(1, CheckinFact.OPENED),
                ward.checkin(1, CheckinFact.MISSED),
                ward.checkin(2, CheckinFact.MISSED),
                ward.checkin(2, CheckinFact.SUBMITTED_LATE));

        // Then
        assertThat(bench.escalations())
                .extracting(EscalationChanged::getState)
                .containsExactly(EscalationState.RAISED, EscalationState.WITHDRAWN);
    }

    @Test
    void aDecisionResolves() {
        // Given
        bench.send(ward, ward.stalled(10));
        UUID escalation = bench.escalations().getFirst().getEscalationId();

        // When
        bench.send(ward, ward.decision(escalation, week(10)));

        // Then
        EscalationChanged resolved = bench.escalations().getFirst();
        assertThat(resolved.getVersion()).isEqualTo(2);
        assertThat(resolved.getResolution()).isEqualTo(Resolution.DECIDED);
        assertThat(resolved.getEndedAt()).isEqualTo(week(10));
    }

    @Test
    void aRepeatedEventChangesNothing() {
        // Given
        List<SpecificRecord> events = ward.stalled(12);
        bench.send(ward, events);
        bench.escalations();

        // When
        bench.send(ward, events);

        // Then
        assertThat(bench.escalations()).isEmpty();
        assertThat(bench.count("throughline.detector.facts", "reception", "nothing-new"))
                .isPositive();
    }

    @Test
    void anotherOrderEndsInTheSameEscalation() {
        // Given
        List<SpecificRecord> events = new ArrayList<>(ward.stalled(5));
        bench.send(ward, events);
        List<SpecificRecord> late = new ArrayList<>();
        for (int week = 5; week < 10; week++) {
            late.add(ward.reading(week, 7.0));
        }
        Collections.reverse(late);

        // When
        bench.send(ward, late);

        // Then
        EscalationChanged last = bench.escalations().getLast();
        assertThat(last.getRaisedAt()).isEqualTo(week(9));
        assertThat(last.getEvidence().getReadings()).hasSize(9);
    }

    @Test
    void whatCanNotBeReadGoesToTheDeadLettersWithNothingOfItInHeaders() {
        // Given
        byte[] bytes = "pain 7".getBytes(UTF_8);

        // When
        bench.sendRaw(Topics.OUTCOME, ward.key(), bytes);
        bench.send(ward, ward.answer9(week(1), 1));

        // Then
        var letter = bench.deadLetters().getFirst();
        assertThat(letter.value().getTopic()).isEqualTo(Topics.OUTCOME.name());
        assertThat(letter.value().getValue().array()).isEqualTo(bytes);
        assertThat(letter.value().getErrorClass()).endsWith("Exception").doesNotContain(" ");
        assertThat(letter.headers()).isEmpty();
        assertThat(letter.key()).doesNotContain(ward.key());
        assertThat(bench.escalations()).hasSize(1);
    }

    @Test
    void whatIsTooLargeForALetterIsPutAsideWithoutItsBytes() {
        // When
        bench.sendRaw(Topics.EPISODE, ward.key(), new byte[1_040_000]);

        // Then
        var letter = bench.deadLetters().getFirst();
        assertThat(letter.value().getValue()).isNull();
        assertThat(letter.value().getTopic()).isEqualTo(Topics.EPISODE.name());
    }

    @Test
    void aTombstoneIsADeadLetterAndTheRestGoesOn() {
        // When
        bench.sendRaw(Topics.CHECKIN, ward.key(), null);
        bench.send(ward, ward.answer9(week(1), 1));

        // Then
        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(bench.escalations()).hasSize(1);
    }

    @Test
    void aDecisionMadeAtTheInstantOfTheReadingComesAfterIt() {
        // Given
        bench.send(ward, ward.stalled(10));
        UUID escalation = bench.escalations().getFirst().getEscalationId();

        // When
        bench.send(ward, ward.decision(escalation, week(9)));

        // Then
        assertThat(bench.escalations().getFirst().getResolution()).isEqualTo(Resolution.DECIDED);
    }
}
