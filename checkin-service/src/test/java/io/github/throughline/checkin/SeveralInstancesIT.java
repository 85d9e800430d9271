package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Home;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeveralInstancesIT {

    @BeforeAll
    static void alone() {
        RunningService.endShared();
    }

    @Test
    void twoInstancesTellEachFactOnceAndInOrder() {
        // Given
        var home = new Home();
        Instant start = RunningService.BEGINNING;
        try (var one = RunningService.start(home, start);
                var other = RunningService.start(home, start);
                var writer = TopicWriter.open();
                var checkins = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class)) {
            List<Course> courses =
                    Stream.generate(() -> Course.in("Europe/Zurich")).limit(40).toList();
            courses.forEach(course -> course.open(writer, start).plan(writer, start, every(1, "NPRS")));
            courses.forEach(course -> course.awaitOpenCheckin(one));

            // When
            Instant later = start.plus(Duration.ofDays(28));
            other.moveTo(later);
            one.moveTo(later);
            one.settle();
            other.settle();

            // Then
            var week = List.of(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.MISSED);
            var expected = Stream.concat(
                            Stream.of(week, week, week, week).flatMap(List::stream), Stream.of(CheckinFact.OPENED))
                    .toList();
            for (Course course : courses) {
                assertThat(checkins.awaitCount(course.key(), expected.size()))
                        .extracting(CheckinChanged::getFact)
                        .isEqualTo(expected);
            }
        }
    }
}
