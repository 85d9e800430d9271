package io.github.throughline.checkin.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ScheduleSettingsTest {

    private static final Duration LATE = Duration.ofDays(35);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    @Test
    void hoursThatAreNoDayEndTheStart() {
        assertThatThrownBy(() -> new ScheduleSettings(LATE, Duration.ofHours(6), EVENING, MORNING))
                .hasMessageContaining("throughline.checkins.remind-from");
    }

    @Test
    void aReminderAfterTheEndEndsTheStart() {
        assertThatThrownBy(() -> new ScheduleSettings(LATE, Duration.ofHours(-1), MORNING, EVENING))
                .hasMessageContaining("throughline.checkins");
    }
}
