package io.github.throughline.notification.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.LoggedErrors;
import io.github.throughline.notification.TestDatabase;
import io.github.throughline.platform.plan.PlanKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcPlanVersionsIT {

    private final JdbcPlanVersions plans = new JdbcPlanVersions(
            TestDatabase.fresh().jdbc(), new PlanKeys("{\"keys\": []}", InstantSource.fixed(Instant.EPOCH)));

    @Test
    void aPlanThatCanNotBeReadIsLeftOutAndLoggedWithoutItsContent() {
        // Given
        var planId = UUID.randomUUID();
        var episodeId = UUID.randomUUID();
        var content = "{\"patientName\": \"Ada\"}".getBytes(UTF_8);
        plans.save(new JdbcPlanVersions.Row(planId, 3, episodeId, 1, "in_force", content, "digest", "signature"));

        try (var log = LoggedErrors.of("io.github.throughline.notification.plan")) {
            // When
            var readable = plans.of(episodeId);

            // Then
            assertThat(readable).isEmpty();
            assertThat(log.keys())
                    .singleElement()
                    .asString()
                    .contains("planId=\"" + planId + "\"", "planVersion=\"3\"")
                    .doesNotContain("Ada");
        }
    }
}
