package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.reading;
import static io.github.throughline.stall.detection.Story.underPlan;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TwinReadingsTest {

    @Test
    void readingsOfOneInstantCountOnceByTheWorse() {
        // Given: without the good twins it is a plateau, with them counted it would be a response
        var story = underPlan();

        // When
        for (int week = 0; week <= 6; week++) {
            story.then(reading(week, 7), reading("twin of " + week, week(week), 2));
        }

        // Then
        assertThat(story.only().evidence().readings())
                .extracting(Reading::value)
                .containsOnly(7.0);
    }

    @Test
    void theWorseTwinCountsWhicheverComesFirst() {
        // Given
        var story = underPlan();

        // When
        for (int week = 0; week <= 6; week++) {
            story.then(reading("twin of " + week, week(week), 2), reading(week, 7));
        }

        // Then
        assertThat(story.only().evidence().readings())
                .extracting(Reading::value)
                .containsOnly(7.0);
    }

    @Test
    void equalTwinsCountOnce() {
        // Given
        var story = underPlan();

        // When
        for (int week = 0; week <= 3; week++) {
            story.then(reading(week * 3, 7), reading("twin of " + week, week(week * 3), 7));
        }

        // Then
        assertThat(story.only().evidence().readings()).hasSize(4);
    }
}
