package io.github.throughline.plan.careplan;

import static io.github.throughline.plan.careplan.CarePlanFixtures.KEY;
import static io.github.throughline.plan.careplan.CarePlanFixtures.draftedPlan;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.PlanSigner;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedContentTest {

    @Test
    void whatNoTopicWouldTakeIsNotSigned() {
        // Given
        CarePlan plan = draftedPlan();
        PlanDraft usual = plan.draft().orElseThrow().terms();
        var endless = new PlanDraft(
                usual.program(),
                usual.checkins(),
                usual.watchWeeks(),
                usual.goalWeeks(),
                usual.reviewWeeks(),
                null,
                usual.measures(),
                usual.goals(),
                List.of(new Activity("walk", "a".repeat(256 * 1024), 1)),
                usual.steps(),
                usual.nextSteps());
        CarePlan tooLong = plan.withDraft(1, endless);
        var content = CarePlanFixtures.content(tooLong, tooLong.draft().orElseThrow(), CarePlanFixtures.NOON);

        // When // Then
        assertThatThrownBy(() -> SignedContent.sign(content, new PlanSigner(KEY)))
                .isInstanceOf(PlanRefused.TooLong.class);
    }
}
