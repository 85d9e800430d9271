package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.plan.PlanVersion.State;
import org.junit.jupiter.api.Test;

/** Windows last three days, grace a day. The plan takes effect on Tuesday, 13 October, at 8 in Zurich. */
class ReplanningTest {

    private static final String START = "2026-10-13T06:00:00Z";

    @Test
    void aNewVersionGoesOnWithTheWeeksOfThePlan() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).submit(0, START, "NPRS");

        // When
        life.told(1, State.SUPERSEDED, "2026-10-17T08:00:00Z", START, every(1, "NPRS"))
                .told(2, State.IN_FORCE, "2026-10-17T08:00:00Z", "2026-10-17T08:00:00Z", every(2, "NPRS"))
                .until("2026-10-28T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "SUBMITTED 0 2026-10-13T06:00:00Z",
                        "TICK 1 2026-10-26T23:00:00Z",
                        "OPENED 2 2026-10-26T23:00:00Z");
        assertThat(life.checkin(2).week().planVersion()).isEqualTo(2);
    }

    @Test
    void anOpenWindowAsksForWhatTheNewVersionWantsAndKeepsItsAnswers() {
        // Given
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"), every(1, "ODI"))
                .until("2026-10-14T08:00:00Z")
                .reading("NPRS", "2026-10-14T08:00:00Z");

        // When
        life.told(2, State.IN_FORCE, "2026-10-14T10:00:00Z", "2026-10-14T10:00:00Z", every(1, "NPRS"), every(1, "PEG"));

        // Then
        assertThat(life.told()).last().isEqualTo("OPENED 0 2026-10-14T10:00:00Z");
        assertThat(life.checkin(0).measures()).containsExactly("NPRS", "PEG");
        assertThat(life.checkin(0).answered()).containsOnlyKeys("NPRS");
        assertThat(life.checkin(0).version()).isEqualTo(2);
    }

    @Test
    void anOpenWindowIsAnsweredWhenTheNewVersionDropsWhatWasMissing() {
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"), every(1, "ODI"))
                .until("2026-10-14T08:00:00Z")
                .reading("NPRS", "2026-10-14T08:00:00Z");

        life.told(2, State.IN_FORCE, "2026-10-14T10:00:00Z", "2026-10-14T10:00:00Z", every(1, "NPRS"));

        assertThat(life.told()).last().isEqualTo("SUBMITTED 0 2026-10-14T10:00:00Z");
    }

    @Test
    void aVersionThatTakesEffectLaterLeavesTheWindowsUntilThen() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.told(1, State.SUPERSEDED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"))
                .told(2, State.IN_FORCE, "2026-10-14T08:00:00Z", "2026-10-25T22:00:00Z", every(1, "ODI"))
                .until("2026-10-28T00:00:00Z");

        assertThat(life.checkin(1).measures()).containsExactly("NPRS");
        assertThat(life.checkin(2).measures()).containsExactly("ODI");
    }

    @Test
    void aPausedPlanAsksForNothingAndMissesNothing() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        // When
        life.told(1, State.PAUSED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"))
                .until("2026-11-10T00:00:00Z");

        // Then
        assertThat(life.told()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.WITHDRAWN);
        assertThat(life.schedule().dueAt()).isEmpty();
        assertThat(life.schedule().missedAt()).isEmpty();
    }

    @Test
    void aResumedPlanAsksAgainFromTheWindowAtHandOn() {
        // Given
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"))
                .told(1, State.PAUSED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"));

        // When
        life.told(1, State.IN_FORCE, "2026-10-28T08:00:00Z", START, every(1, "NPRS"))
                .until("2026-11-03T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "OPENED 2 2026-10-28T08:00:00Z",
                        "REPORT_DUE 2 2026-10-29T23:00:00Z",
                        "MISSED 2 2026-10-30T23:00:00Z",
                        "OPENED 3 2026-11-02T23:00:00Z");
    }

    @Test
    void aPlanResumedWithinTheWindowAsksForItAgain() {
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"))
                .told(1, State.PAUSED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"));

        life.told(1, State.IN_FORCE, "2026-10-15T08:00:00Z", START, every(1, "NPRS"));

        assertThat(life.told()).last().isEqualTo("OPENED 0 2026-10-15T08:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.OPENED);
    }

    @Test
    void afterTheEndOfPlanOrEpisodeNothingIsAsked() {
        var stopped = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));
        var closed = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        stopped.told(1, State.STOPPED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"))
                .until("2026-12-01T00:00:00Z");
        closed.until("2026-10-14T08:00:00Z")
                .episodeBecomesKnown(false, "2026-10-14T08:00:00Z")
                .until("2026-12-01T00:00:00Z");

        assertThat(stopped.told()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
        assertThat(closed.told()).containsExactly("OPENED 0 2026-10-13T06:00:00Z");
    }

    @Test
    void aPlanThatFollowsAStoppedOneOfTheSameDayTakesEffect() {
        // Given
        var life = Life.in("Europe/Zurich")
                .signed("2026-10-13T07:00:00Z", every(1, "NPRS"))
                .told(1, State.STOPPED, "2026-10-13T08:00:00Z", "2026-10-13T07:00:00Z", every(1, "NPRS"));

        // When
        life.signedNext("2026-10-13T08:30:00Z", "2026-10-12T22:00:00Z", every(1, "ODI"))
                .until("2026-10-16T00:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T07:00:00Z",
                        "OPENED 0 2026-10-12T22:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z");
        assertThat(life.facts().getLast().checkin().measures()).containsExactly("ODI");
    }

    @Test
    void aReadingOfTheWindowAnswersAMeasureThatANewVersionAdds() {
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"))
                .until("2026-10-14T08:00:00Z")
                .reading("ODI", "2026-10-14T08:00:00Z");
        life.told(2, State.IN_FORCE, "2026-10-14T10:00:00Z", "2026-10-14T10:00:00Z", every(1, "ODI"));
        assertThat(life.told()).last().isEqualTo("SUBMITTED 0 2026-10-14T10:00:00Z");
    }

    @Test
    void aReadingDuringAPauseAnswersTheWindowThatIsAskedForAgain() {
        var life = Life.in("Europe/Zurich")
                .signed(START, every(1, "NPRS"))
                .told(1, State.PAUSED, "2026-10-14T08:00:00Z", START, every(1, "NPRS"))
                .until("2026-10-14T20:00:00Z")
                .reading("NPRS", "2026-10-14T20:00:00Z");
        life.told(1, State.IN_FORCE, "2026-10-15T08:00:00Z", START, every(1, "NPRS"));
        assertThat(life.told()).endsWith("OPENED 0 2026-10-15T08:00:00Z", "SUBMITTED 0 2026-10-15T08:00:00Z");
    }

    @Test
    void newsOfATimeBeforeTheMissLeaveItAMiss() {
        // Given
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-17T00:00:00Z");

        // When
        life.episodeBecomesKnown(true, "2026-10-16T20:00:00Z")
                .told(1, State.SUPERSEDED, "2026-10-16T21:00:00Z", START, every(1, "NPRS"))
                .told(2, State.IN_FORCE, "2026-10-16T21:00:00Z", "2026-10-16T21:00:00Z", every(1, "NPRS"));

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "MISSED 0 2026-10-16T22:00:00Z");
    }

    @Test
    void aPauseThatBeganBeforeTheMissTakesItBackThoughItIsKnownLater() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-17T00:00:00Z");
        life.told(1, State.PAUSED, "2026-10-16T20:00:00Z", START, every(1, "NPRS"))
                .until("2026-10-20T00:00:00Z");
        assertThat(life.told()).endsWith("MISSED 0 2026-10-16T22:00:00Z", "REPORT_DUE 0 2026-10-16T20:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.WITHDRAWN);
    }

    @Test
    void aPauseThatBeginsAfterTheMissLeavesItAMiss() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS")).until("2026-10-17T00:00:00Z");
        life.told(1, State.PAUSED, "2026-10-16T23:00:00Z", START, every(1, "NPRS"));
        assertThat(life.told()).last().isEqualTo("MISSED 0 2026-10-16T22:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.MISSED);
    }

    @Test
    void whatFellDueBeforeTheEndIsToldThoughTheEndIsKnownFirst() {
        var life = Life.in("Europe/Zurich").signed(START, every(1, "NPRS"));

        life.told(1, State.COMPLETED, "2026-10-21T08:00:00Z", START, every(1, "NPRS"));

        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "REPORT_DUE 0 2026-10-15T22:00:00Z",
                        "MISSED 0 2026-10-16T22:00:00Z",
                        "OPENED 1 2026-10-19T22:00:00Z");
    }
}
