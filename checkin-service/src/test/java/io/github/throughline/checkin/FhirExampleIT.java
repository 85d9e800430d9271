package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

/** The call that docs/partners.md shows. */
class FhirExampleIT {

    private static final Pattern CURL =
            Pattern.compile("curl -i http://127\\.0\\.0\\.1:8083/fhir(/\\w+) .*?-d '(\\{.*?})'\n", Pattern.DOTALL);

    @Test
    void whatPartnersAreToldToSendIsTaken() throws IOException {
        // Given
        var example = CURL.matcher(Files.readString(Path.of("../docs/partners.md")));
        assertThat(example.find()).isTrue();
        byte[] body = example.group(2).getBytes(StandardCharsets.UTF_8);
        String partner = "lab-" + UUID.randomUUID().toString().substring(0, 8);
        var service = RunningService.shared();
        var fhir = new FhirCalls(service);

        try (var topics = TopicWriter.open();
                var outcomes = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class)) {
            Instant now = service.now();
            var course = Course.knownAs(partner, "your-own-patient-id").open(topics, now);
            course.plan(topics, now, every(2, "PHQ-9")).awaitOpenCheckin(service);

            // When
            var answer = fhir.post(
                    example.group(1), FhirJson.read(Observation.class, body), TestTokens.bearer(partner, "partner"));

            // Then
            assertThat(answer.status()).isEqualTo(201);
            OutcomeRecorded outcome = outcomes.awaitCount(course.key(), 1).getFirst();
            assertThat(outcome.getValue()).isEqualTo(12.0);
            assertThat(outcome.getSourceRecordId()).isEqualTo("https://lab.example/results/000017");
        }
    }
}
