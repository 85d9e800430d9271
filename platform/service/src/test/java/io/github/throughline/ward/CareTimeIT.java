package io.github.throughline.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.time.CareClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

@WardTest
class CareTimeIT {

    @Autowired
    CareClock clock;

    @Autowired
    Rounds rounds;

    @LocalManagementPort
    int managementPort;

    @Test
    void workIsDoneWhenCareTimeReachesItAndNotBefore() {
        // Given
        Instant due = clock.now().plus(Duration.ofDays(7));
        UUID round = rounds.add(due, false);
        UUID justBefore = rounds.add(due.minusMillis(1), false);

        // When
        set(due.minusMillis(1));
        Awaitility.await().until(() -> rounds.isDone(justBefore));
        assertThat(rounds.isDone(round)).isFalse();
        String answer = set(due);

        // Then
        assertThat(answer).contains("\"now\":\"" + due + "\"").contains("\"outbox\":", "\"rounds\":");
        assertThat(clock.now()).isEqualTo(due);
        Awaitility.await().until(() -> rounds.isDone(round));
    }

    @Test
    void aRowThatFailsDoesNotHoldUpTheOthers() {
        // Given
        Instant due = clock.now().plus(Duration.ofDays(1));
        UUID bad = rounds.add(due, true);
        UUID good = rounds.add(due, false);

        // When
        set(due);

        // Then
        Awaitility.await().until(() -> rounds.isDone(good));
        assertThat(set(due)).contains("\"rounds\":1");
        assertThat(rounds.isDone(bad)).isFalse();
        Awaitility.await()
                .untilAsserted(() -> assertThat(new WardClient(managementPort)
                                .get("/actuator/prometheus", null)
                                .body())
                        .contains("throughline_due_work_failures_total{"));
    }

    /** A bad row is tried for ever, and the other tests count what is due. */
    @AfterEach
    void withoutBadRows() {
        rounds.removeBad();
    }

    private String set(Instant now) {
        var answer = new WardClient(managementPort)
                .post("/actuator/caretime", null, "{\"now\":\"%s\",\"running\":false}".formatted(now), null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
