package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class OutagesIT {

    private static final String OPERATOR = TestTokens.bearer("operator-1", "operator");

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();

    @AfterAll
    static void close() {
        WRITER.close();
    }

    @Test
    void aWithdrawnOutageExtendsNoGrace() {
        // Given
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich").open(WRITER, now).plan(WRITER, now, every(1, "NPRS"));
        Instant graceEnd = graceEnd(course);
        String id = declare(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(6)))
                .body()
                .get("outageId")
                .asString();
        assertThat(graceEnd(course)).isEqualTo(graceEnd.plus(Duration.ofHours(5)));

        // When
        var refused = withdraw(id, course.physician());
        var withdrawn = withdraw(id, OPERATOR);

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(withdrawn.status()).isEqualTo(204);
        assertThat(graceEnd(course)).isEqualTo(graceEnd);
        assertThat(SERVICE.get("/outages", OPERATOR).body().valueStream())
                .noneMatch(outage -> outage.get("outageId").asString().equals(id));
        for (String gone : List.of(id, UUID.randomUUID().toString())) {
            assertThat(withdraw(gone, OPERATOR).code()).isEqualTo("OUTAGE_NOT_FOUND");
        }
        assertThat(SERVICE.count("outage", "id = ? and withdrawn_by = 'operator-1'", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void anOutageThatCanNotBeIsRefused() {
        Instant now = SERVICE.now();

        for (var outage : List.of(
                declare(now, now),
                declare(now, now.plus(Duration.ofDays(32))),
                declare(Instant.MIN, Instant.MIN.plus(Duration.ofDays(1))),
                declare(Instant.MAX.minus(Duration.ofDays(1)), Instant.MAX))) {
            assertThat(outage.status()).isEqualTo(400);
            assertThat(outage.code()).isEqualTo("INVALID_OUTAGE");
        }
    }

    private static Instant graceEnd(Course course) {
        return Instant.parse(course.awaitOpenCheckin(SERVICE).get("graceEndsAt").asString());
    }

    private static Answer declare(Instant from, Instant until) {
        return SERVICE.post("/outages", Map.of("from", from.toString(), "until", until.toString()), OPERATOR);
    }

    private static Answer withdraw(String id, String bearer) {
        return SERVICE.call(
                HttpMethod.DELETE,
                "/outages/" + id,
                null,
                bearer,
                UUID.randomUUID().toString());
    }
}
