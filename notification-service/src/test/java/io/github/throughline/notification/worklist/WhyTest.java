package io.github.throughline.notification.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Evidence;
import io.github.throughline.notification.escalation.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final MeasureNames NAMES = new MeasureNames();

    @Test
    void aPlateauIsItsLastReadingsAndTheTarget() {
        var evidence = evidence("NPRS", 7.0, 3.0, weekly(7, 7, 6, 6, 7, 6.5), List.of(), List.of());

        assertThat(Why.inOneLine(escalation("plateau", "NPRS", evidence), NAMES))
                .isEqualTo("Pain 6, 6, 7, 6.5 over 3 weeks; target 3");
    }

    @Test
    void aRegressionIsWhatCameAfterItsOnsetAndWhatWasLost() {
        var evidence = evidence("ODI", 20.0, 20.0, weekly(20, 18, 20, 34, 36), List.of(), List.of());

        assertThat(Why.inOneLine(escalation("regression", "ODI", evidence), NAMES))
                .isEqualTo("Back disability 34, 36 over 1 week; had held 20");
    }

    @Test
    void silenceIsCounted() {
        var missed = List.of(UUID.randomUUID(), UUID.randomUUID());
        var evidence = evidence(null, null, null, List.of(), missed, List.of());

        assertThat(Why.inOneLine(escalation("missed-checkins", "checkins", evidence), NAMES))
                .isEqualTo("2 check-ins missed in a row");
    }

    @Test
    void aSafetyAnswerNamesItsItem() {
        var evidence = evidence("PHQ-9", null, null, weekly(12), List.of(), List.of(new Evidence.SafetyAnswer("9", 2)));

        assertThat(Why.inOneLine(escalation("safety-answer", "a-reading", evidence), NAMES))
                .isEqualTo("Safety answer in Depression (PHQ-9): item 9 answered 2");
    }

    @Test
    void aRuleThatIsNotKnownHereIsStillSaid() {
        var evidence = evidence(null, null, null, List.of(), List.of(), List.of());

        assertThat(Why.inOneLine(escalation("to-be-invented", "nausea", evidence), NAMES))
                .isEqualTo("to-be-invented: nausea");
    }

    @Test
    void aSideEffectIsWhatWasSaidOfIt() {
        var evidence = saying(
                evidence(null, null, null, List.of(), List.of(), List.of()),
                answer(0, List.of(new Evidence.SideEffect("nausea", "moderate", null)), List.of()),
                answer(1, List.of(), List.of()),
                answer(2, List.of(new Evidence.SideEffect("nausea", "severe", null)), List.of()));

        assertThat(Why.inOneLine(escalation("side-effect", "nausea", evidence), NAMES))
                .isEqualTo("Nausea: moderate, none, severe over 2 weeks");
    }

    @Test
    void adherenceIsWhatWasDoneAndWhatStalls() {
        var evidence = saying(
                evidence("NPRS", 7.0, 3.0, weekly(7, 7, 6), List.of(), List.of()),
                answer(0, List.of(), List.of(new Evidence.Activity("home-exercise", 0, 5))),
                answer(1, List.of(), List.of(new Evidence.Activity("home-exercise", 1, 5))));

        assertThat(Why.inOneLine(escalation("adherence", "home-exercise", evidence), NAMES))
                .isEqualTo("Home exercise 0 of 5, 1 of 5 over 1 week, while Pain 7, 7, 6 over 2 weeks; target 3");
    }

    private static Evidence.Answer answer(
            int week, List<Evidence.SideEffect> sideEffects, List<Evidence.Activity> activities) {
        return new Evidence.Answer(
                UUID.randomUUID(), START.plus(Duration.ofDays(7L * week)), sideEffects, List.of(), activities);
    }

    private static Evidence saying(Evidence evidence, Evidence.Answer... answers) {
        return new Evidence(
                evidence.measure(),
                evidence.higherIsBetter(),
                evidence.baseline(),
                evidence.level(),
                evidence.target(),
                evidence.margin(),
                evidence.readings(),
                evidence.thresholds(),
                evidence.missedCheckins(),
                evidence.safetyAnswers(),
                List.of(answers));
    }

    private static List<Evidence.Value> weekly(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(week ->
                        new Evidence.Value(UUID.randomUUID(), START.plus(Duration.ofDays(7L * week)), values[week]))
                .toList();
    }

    private static Evidence evidence(
            @Nullable String measure,
            @Nullable Double baseline,
            @Nullable Double target,
            List<Evidence.Value> readings,
            List<UUID> missed,
            List<Evidence.SafetyAnswer> answers) {
        return new Evidence(
                measure, false, baseline, null, target, null, readings, List.of(), missed, answers, List.of());
    }

    private static Escalation escalation(String rule, String subject, Evidence evidence) {
        var onset = START.plus(Duration.ofDays(21));
        return new Escalation(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                rule,
                1,
                subject,
                Severity.ROUTINE,
                Escalation.State.RAISED,
                null,
                onset,
                onset.plus(Duration.ofDays(7)),
                null,
                onset.plus(Duration.ofDays(7)),
                null,
                evidence,
                null);
    }
}
