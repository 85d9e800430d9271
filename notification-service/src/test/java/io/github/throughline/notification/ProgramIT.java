package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With a service of its own: the figures are over all that it knows. */
class ProgramIT {

    private static final Instant RAISED = Facts.START.plus(Duration.ofDays(70));

    private final Surroundings surroundings = new Surroundings();

    @Test
    void aClinicalLeadSeesHowItGoesAndNoPatient() {
        try (var service = OwnService.start(surroundings, RAISED.plus(Duration.ofHours(4)), Map.of())) {
            // Given: one acknowledged after four hours and decided after two days, one nobody looks at
            var answered = surroundings.patientWithCoordinator();
            var waiting = surroundings.patientWithCoordinator();
            surroundings.tell(answered.plateau(1, EscalationState.RAISED));
            surroundings.tell(waiting.plateau(1, EscalationState.RAISED));
            service.client().awaitState(answered, answered.coordinator(), "DELIVERED");
            service.client().awaitState(waiting, waiting.coordinator(), "DELIVERED");
            service.client().acknowledge(answered);
            service.client().setCareTime(RAISED.plus(Duration.ofDays(2)));
            service.client()
                    .post(
                            "/escalations/" + answered.escalationId() + "/decisions",
                            Map.of("kind", "ADJUST_PLAN", "decidedBy", answered.physician()),
                            UUID.randomUUID().toString(),
                            answered.coordinator(),
                            "coordinator");
            surroundings.tell(answered.plateau(2, EscalationState.RESOLVED));
            await().until(() -> service.jdbc()
                            .sql("select count(*) from escalation where open")
                            .query(Integer.class)
                            .single()
                    == 1);
            surroundings.identity().letsIn("lead", "clinical-lead");

            // When
            String page =
                    new Browser(service.port()).get("/console/program?days=30").body();

            // Then
            assertThat(page.replaceAll("\\s+", " "))
                    .contains("<dt>Raised</dt><dd>2</dd>", "<dt>Open now</dt><dd>1</dd>")
                    .contains("<dt>Until acknowledged</dt><dd>4 h</dd>")
                    .contains("<dt>Until decided</dt><dd>2.0 days</dd>")
                    .contains("<dt>Led to a change</dt><dd>100%</dd>", "1 of 1 decisions")
                    .contains("1 to 3 days", "1 not acknowledged", waiting.coordinator())
                    .doesNotContain(
                            "Ada Example",
                            answered.patientId().toString(),
                            answered.escalationId().toString());
            assertThat(new Browser(service.port())
                            .get("/console/program?program=knee&days=30")
                            .body())
                    .contains("<dd>0</dd>", "Nothing in this time.");
        }
    }

    @Test
    void aCoordinatorIsNotShownIt() {
        try (var service = OwnService.start(surroundings, RAISED, Map.of())) {
            surroundings.identity().letsIn("carla", "coordinator");

            assertThat(new Browser(service.port()).get("/console/program").statusCode())
                    .isEqualTo(403);
        }
    }
}
