package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.CheckinState;
import org.junit.jupiter.api.Test;

class PausesTest {

    /** Windows from Tuesday to Thursday, from 13 October on; a day of grace. */
    private final Life life = Life.in("Europe/Zurich").signed("2026-10-13T06:00:00Z", every(1, "NPRS"));

    @Test
    void aWindowWhoseLastDayLiesInAPauseIsNotAskedForAndItsWeekStillPasses() {
        // Given
        life.until("2026-10-14T10:00:00Z").submit(0, "2026-10-14T10:00:00Z", "NPRS");

        // When
        life.away("2026-10-19", "2026-10-25").until("2026-10-28T09:00:00Z");

        // Then
        assertThat(life.told())
                .containsExactly(
                        "OPENED 0 2026-10-13T06:00:00Z",
                        "SUBMITTED 0 2026-10-14T10:00:00Z",
                        "TICK 1 2026-10-26T23:00:00Z",
                        "OPENED 2 2026-10-26T23:00:00Z");
    }

    @Test
    void whoIsBackBeforeTheWindowEndsIsAsked() {
        // When
        life.away("2026-10-17", "2026-10-21").until("2026-10-20T09:00:00Z");

        // Then
        assertThat(life.checkin(1).state()).isEqualTo(CheckinState.OPENED);
    }

    @Test
    void anOpenWindowIsWithdrawnWhenThePatientGoesToHospital() {
        // Given
        life.until("2026-10-14T10:00:00Z");

        // When
        life.away("2026-10-14", "2026-10-24").until("2026-10-25T10:00:00Z");

        // Then
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.WITHDRAWN);
        assertThat(life.told()).doesNotContain("MISSED 0 2026-10-16T22:00:00Z");
    }

    @Test
    void aStayThatBecomesKnownLaterTakesTheMissBack() {
        // Given
        life.until("2026-10-17T10:00:00Z");
        assertThat(life.told()).endsWith("MISSED 0 2026-10-16T22:00:00Z");

        // When
        life.away("2026-10-13", "2026-10-18");

        // Then
        assertThat(life.told()).endsWith("REPORT_DUE 0 2026-10-17T10:00:00Z");
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.WITHDRAWN);
    }

    @Test
    void whoComesBackEarlyIsAskedAgain() {
        // Given
        life.until("2026-10-13T10:00:00Z").away("2026-10-13", "2026-10-24");

        // When
        life.until("2026-10-14T10:00:00Z").backEarly();

        // Then
        assertThat(life.checkin(0).state()).isEqualTo(CheckinState.OPENED);
        assertThat(life.until("2026-10-18T10:00:00Z").told()).endsWith("MISSED 0 2026-10-16T22:00:00Z");
    }
}
