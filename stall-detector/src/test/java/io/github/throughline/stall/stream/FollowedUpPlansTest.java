package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.START;
import static io.github.throughline.stall.stream.Ward.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.plan.CareGap;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.schemas.verdict.VerdictChanged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due in a plan is no business of the detector: it is told of it in events about a version that stands as it stood. */
class FollowedUpPlansTest {

    private final Ward ward = new Ward();

    @Test
    void whatIsDueInAPlanChangesNoVerdictAndNoEscalation(@TempDir Path plain, @TempDir Path followedUp) {
        // Given
        List<SpecificRecord> course = ward.stalled(12);

        // When
        Told alone = told(plain, course);
        Told among = told(followedUp, withGapsAmong(course));

        // Then
        assertThat(alone.escalations()).isNotEmpty();
        assertThat(among).isEqualTo(alone);
    }

    private List<SpecificRecord> withGapsAmong(List<SpecificRecord> course) {
        var all = new ArrayList<SpecificRecord>();
        for (SpecificRecord event : course) {
            all.add(event);
            all.add(followedUp((PlanVersionChanged) course.getFirst(), all.size()));
        }
        return all;
    }

    private PlanVersionChanged followedUp(PlanVersionChanged signed, int number) {
        PlanVersionChanged stands = ward.stands(signed, number + 1, PlanVersionState.IN_FORCE, START);
        return PlanVersionChanged.newBuilder(stands)
                .setReviewDueSince(week(number))
                .setCareGaps(List.of(new CareGap("step/back-school", week(number))))
                .build();
    }

    private record Told(List<String> escalations, List<String> verdicts) {}

    private Told told(Path state, List<SpecificRecord> course) {
        try (var bench = new StreamBench(state)) {
            bench.send(ward, course);
            assertThat(bench.deadLetters()).isEmpty();
            return new Told(
                    bench.escalations().stream().map(FollowedUpPlansTest::line).toList(),
                    bench.verdicts().stream().map(FollowedUpPlansTest::line).toList());
        }
    }

    private static String line(EscalationChanged escalation) {
        return "%s version %d of %s raised %s on plan version %d"
                .formatted(
                        escalation.getEscalationId(),
                        escalation.getVersion(),
                        escalation.getRule(),
                        escalation.getRaisedAt(),
                        escalation.getPlanVersion());
    }

    private static String line(VerdictChanged verdict) {
        return "%s at %s: %s".formatted(verdict.getVerdict(), verdict.getOccurredAt(), verdict.getReason());
    }
}
