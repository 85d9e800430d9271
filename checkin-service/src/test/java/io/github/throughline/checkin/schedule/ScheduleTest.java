package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.plan.PlanVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Windows last three days, grace a day. The plan takes effect on Tuesday, 13 October, at 8 in Zurich. */
class ScheduleTest {

    private static final String START = "2026-10-13T06:00:00Z";

    @Test
    void aWindowOpensIsDueAndIsMissed() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        // When
        life.until("2026-10-17T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "MISSED 0 2026-10-16T22:00:00Z");
        assertThat(life.facts()).extracting(fact -> fact.checkin().version()).containsExactly(1, 2, 3);
    }

    @Test
    void aJumpOverSeveralWeeksTellsEveryFactInOrderAtItsOwnTime() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        // When
        life.until("2026-11-01T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "MISSED 0 2026-10-16T22:00:00Z",
                        "OPENED 1 2026-10-19T22:00:00Z",
                        "REPORT_DUE 1 2026-10-22T22:00:00Z",
                        "MISSED 1 2026-10-23T22:00:00Z",
                        "OPENED 2 2026-10-26T23:00:00Z",
                        "REPORT_DUE 2 2026-10-29T23:00:00Z",
                        "MISSED 2 2026-10-30T23:00:00Z");
    }

    @Property(tries = 200)
    void theFactsAreTheSameWhateverTheStepsOfTime(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 60 * 24 * 6) Integer> minutes) {
        // Given
        var stepped = Life.in("America/New_York").signed(START, every(1, "NPRS"), every(3, "ODI"));
        var jumped = Life.in("America/New_York").signed(START, every(1, "NPRS"), every(3, "ODI"));

        // When
        minutes.forEach(step -> stepped.pass(Duration.ofMinutes(step)));
        jumped.until(stepped.now());

        // Then
        assertThat(stepped.told()).isEqualTo(jumped.told());
        assertThat(jumped.facts()).extracting(CheckinFact::occurredAt).isSorted();
        var events =
                new HashSet<>(jumped.facts().stream().map(CheckinFact::eventId).toList());
        assertThat(events).hasSameSizeAs(jumped.facts());
    }

    @Test
    void aWeekAsksForAllMeasuresThenDueAndAWeekWithoutAnyTicks() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(2, "NPRS"), every(4, "ODI"));

        // When
        life.until("2026-11-11T00:00:00Z");

        // Then
        assertThat(life.checkin(0).measures()).containsExactly("NPRS", "ODI");
        assertThat(life.checkin(2).measures()).containsExactly("NPRS");
        assertThat(life.checkin(4).measures()).containsExactly("NPRS", "ODI");
        assertThat(life.told()).noneMatch(fact -> fact.startsWith("OPENED 1 "));
        assertThat(life.told())
                .filteredOn(fact -> fact.startsWith("TICK"))
                .containsExactly("TICK 1 2026-10-26T23:00:00Z", "TICK 3 2026-11-09T23:00:00Z");
    }

    @Test
    void aSubmissionInGraceIsInTime() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-16T10:00:00Z");

        // When
        life.submit(0, "2026-10-16T10:00:00Z", "NPRS").until("2026-10-18T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "SUBMITTED 0 2026-10-16T10:00:00Z");
    }

    @Test
    void aSubmissionAfterTheMissTakesItBack() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-18T00:00:00Z");

        // When
        life.submit(0, "2026-10-17T23:00:00Z", "NPRS");

        // Then
        assertThat(life.told()).last().isEqualTo("SUBMITTED_LATE 0 2026-10-17T23:00:00Z");
        assertThat(life.facts().getLast().checkin().version()).isEqualTo(4);
    }

    @Test
    void readingsOfEveryMeasureDueAnswerTheirWindow() {
        // Given
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"), every(1, "ODI"))
                .until("2026-10-14T12:00:00Z");

        // When
        life.reading("ODI", "2026-10-14T11:00:00Z").reading("NPRS", "2026-10-14T10:00:00Z");

        // Then
        assertThat(life.told()).last().isEqualTo("SUBMITTED 0 2026-10-14T11:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.ANSWERED);
    }

    @Test
    void aReadingOutsideOfTheWindowAnswersNothing() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-16T12:00:00Z");

        life.reading("NPRS", "2026-10-15T22:00:00Z").reading("NPRS", "2026-10-12T21:00:00Z");

        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.REPORT_DUE);
    }

    @Test
    void aReadingThatArrivesAfterTheMissTakesItBackIfItWasObservedInTheWindow() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-20T12:00:00Z");

        life.reading("NPRS", "2026-10-15T12:00:00Z");

        assertThat(life.told()).last().isEqualTo("SUBMITTED_LATE 0 2026-10-15T12:00:00Z");
    }

    @Test
    void aReadingOfTheSameDayThatIsOlderThanThePlanAnswersTheFirstWindow() {
        var life = Life.in("Europe/Zurich").reading("NPRS", "2026-10-13T05:00:00Z");

        life.signed(START, every(1, "NPRS"));

        assertThat(life.told()).containsExactly("OPENED 0 2026-10-13T06:00:00Z", "SUBMITTED 0 2026-10-13T06:00:00Z");
    }

    @Test
    void nothingIsMissedBeforeThePartnersTopicsAreTakenIn() {
        // Given
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"))
                .partnersTakenInUpTo(Instant.parse("2026-10-16T21:59:59Z"))
                .until("2026-10-20T12:00:00Z");
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "OPENED 1 2026-10-19T22:00:00Z");

        // When
        life.reading("NPRS", "2026-10-15T12:00:00Z")
                .partnersTakenInUpTo(Instant.MAX)
                .until("2026-10-20T13:00:00Z");

        // Then
        assertThat(life.told()).last().isEqualTo("SUBMITTED 0 2026-10-15T12:00:00Z");
    }

    @Test
    void thePlanMayBecomeKnownBeforeItsEpisode() {
        // Given
        var life = Life.ofEpisodeNotYetKnown("Europe/Zurich").signed(START, every(1, "NPRS"));
        assertThat(life.told()).isEmpty();

        // When
        life.episodeBecomesKnown(true, "2026-10-12T06:00:00Z");

        // Then
        assertThat(life.told()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
    }

    @Test
    void aPlanThatTakesEffectLaterWaits() {
        var life = Life.in("Europe/Zurich");

        life.told(1, PlanVersion.State.IN_FORCE, START, "2026-10-15T22:00:00Z", every(1, "NPRS"));

        assertThat(life.told()).isEmpty();
        assertThat(life.schedule().dueAt()).contains(Instant.parse("2026-10-15T22:00:00Z"));
        assertThat(life.until("2026-10-16T00:00:00Z").told()).containsExactly("OPENED 0 2026-10-15T22:00:00Z");
    }
}
