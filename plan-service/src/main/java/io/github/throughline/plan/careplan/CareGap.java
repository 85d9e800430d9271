package io.github.throughline.plan.careplan;

import java.time.Instant;

/**
 * Something of the plan that is due and not done.
 *
 * @param subject step/ or activity/ and its id in the plan
 * @param since care time
 */
public record CareGap(String subject, Instant since) {

    static String ofStep(String id) {
        return "step/" + id;
    }

    static String ofActivity(String id) {
        return "activity/" + id;
    }
}
