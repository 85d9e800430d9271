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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeveralInstancesIT {

    private static final List<CheckinFact> MISSED_WEEK =
            List.of(CheckinFact.OPENED, CheckinFact.REPORT_DUE, CheckinFact.MISSED);

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
            for (Course course : courses) {
                var facts = checkins.awaitCount(course.key(), 4 * MISSED_WEEK.size() + 1);
                var weeks = facts.stream().collect(Collectors.groupingBy(CheckinChanged::getWeek));
                assertThat(weeks).containsOnlyKeys(0, 1, 2, 3, 4);
                weeks.forEach((week, told) ->
                        assertEachOnceAndInOrder(told, week == 4 ? List.of(CheckinFact.OPENED) : MISSED_WEEK));
            }
        }
    }

    /** The order is that of one check-in: two of them may leave by two instances. */
    private static void assertEachOnceAndInOrder(List<CheckinChanged> told, List<CheckinFact> expected) {
        assertThat(told).extracting(CheckinChanged::getFact).isEqualTo(expected);
        assertThat(told)
                .extracting(CheckinChanged::getVersion)
                .isEqualTo(IntStream.rangeClosed(1, expected.size()).boxed().toList());
        assertThat(told)
                .extracting(CheckinChanged::getCheckinId)
                .containsOnly(told.getFirst().getCheckinId());
    }
}
