package io.github.throughline.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.web.IdempotentRequests;
import io.github.throughline.testkit.security.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Problems and idempotent retries, over HTTP. */
@WardTest
class HttpAnswersIT {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    Visits visits;

    @Autowired
    IdempotentRequests answers;

    @Autowired
    PlatformTransactionManager transactions;

    private final String token = TestTokens.token("c-1", "coordinator");
    private final String key = UUID.randomUUID().toString();
    private WardClient client;

    @BeforeEach
    void client() {
        client = new WardClient(port);
    }

    @Test
    void aRetriedRequestHasOneEffectAndTheSameAnswer() {
        // Given
        long before = visits.count();
        HttpResponse<String> first = client.post("/visits", token, visit(1), key);

        // When
        HttpResponse<String> second = client.post("/visits", token, visit(1), key);

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(second.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(visits.count()).isEqualTo(before + 1);
    }

    @Test
    void ofAnErasedPatientNoAnswerIsRepeated() {
        // Given
        client.post("/visits", token, visit(1), key);

        // When
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> answers.forget(UUID.fromString("00000000-0000-4000-8000-000000000001")));

        // Then
        long before = visits.count();
        client.post("/visits", token, visit(1), key);
        assertThat(visits.count()).isEqualTo(before + 1);
    }

    @Test
    void aBodyThatIsFarTooLargeIsRefusedWhetherItSaysItsLengthOrNot() {
        String large = visit(1) + " ".repeat(1 << 20);
        var answers = List.of(
                client.post("/visits", token, large, key),
                client.post("/visits", token, large, null),
                client.postPiecemeal("/visits", token, large, key),
                client.postPiecemeal("/visits", token, large, null));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
        });
    }

    @Test
    void aBodyThatIsAsLargeAsItMayBeIsTaken() {
        String large = visit(1) + " ".repeat((1 << 20) - visit(1).length());
        assertThat(client.post("/visits", token, large, null).statusCode()).isEqualTo(201);
        assertThat(client.postPiecemeal("/visits", token, large, key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void retriesAtTheSameTimeHaveOneEffect() throws Exception {
        // Given
        long before = visits.count();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(n ->
                            () -> client.post("/visits", token, visit(1), key).statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        // Then
        assertThat(visits.count()).isEqualTo(before + 1);
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        // Given
        client.post("/visits", token, visit(1), key);

        // When
        var answer = client.post("/visits", token, visit(2), key);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRequestThatFailedCanBeSentAgainWithItsKey() {
        // Given
        long before = visits.count();
        assertThat(client.post("/visits", token, visit(-1), key).statusCode()).isEqualTo(500);

        // When
        var answer = client.post("/visits", token, visit(3), key);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(visits.count()).isEqualTo(before + 1);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        // Given
        client.post("/visits", token, visit(1), key);

        // When
        var answer = client.post("/visits", TestTokens.token("c-2", "coordinator"), visit(2), key);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void aProblemNamesTheFieldAndNeverWhatWasSent() {
        List.of("{\"patientId\":\"secret-mrn\",\"ward\":1}", "{\"patientId\":null,\"ward\":77}", "{\"ward\":")
                .forEach(body -> {
                    var answer = client.post("/visits", token, body, null);
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(answer.body()).contains("\"code\"").doesNotContain("secret-mrn", "77");
                });
        assertThat(client.post("/visits", token, "{\"patientId\":\"secret-mrn\",\"ward\":1}", null)
                        .body())
                .contains("UNREADABLE_BODY", "\"field\":\"patientId\"");
        assertThat(client.post("/visits", token, "{\"patientId\":null,\"ward\":77}", null)
                        .body())
                .contains("INVALID_FIELDS", "patientId", "ward");
        assertThat(client.get("/episodes/secret-mrn/visits", token).body())
                .contains("\"code\"")
                .doesNotContain("secret-mrn\" ", "Failed to convert", "value");
    }

    @Test
    void whatWouldHaveToBeAlteredToBeReadIsRefused() {
        for (String ward : List.of("0.9", "\"\"", "\"1\"", "true", "1,\"ward\":2")) {
            var answer = client.post("/visits", token, visit(1).replace(":1}", ":" + ward + "}"), null);
            assertThat(answer.statusCode()).as(ward).isEqualTo(400);
            assertThat(answer.body()).contains("UNREADABLE_BODY");
        }
    }

    @Test
    void aFaultOfOursTellsNothingOfItsInside() {
        var answer = client.post("/visits", token, visit(-1), null);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("INTERNAL_ERROR").doesNotContain("IllegalState", "after its event");
    }

    @Test
    void healthAndMetricsStandOnTheManagementPort() {
        var management = new WardClient(managementPort);
        assertThat(management.get("/actuator/health/liveness", null).statusCode())
                .isEqualTo(200);
        assertThat(management.get("/actuator/health/readiness", null).body()).contains("UP");
        assertThat(management.get("/actuator/prometheus", null).body())
                .contains("throughline_outbox_depth", "throughline_outbox_oldest_age_seconds");
        assertThat(client.get("/actuator/prometheus", token).statusCode()).isNotEqualTo(200);
    }

    private static String visit(int ward) {
        return "{\"patientId\":\"00000000-0000-4000-8000-000000000001\",\"ward\":%d}".formatted(ward);
    }
}
