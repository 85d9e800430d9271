package io.github.throughline.ward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.platform.outbox.OutboxDepth;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.workitem.WorkItemChanged;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.security.TestTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;

@WardTest
class OutboxIT {

    @Autowired
    Visits visits;

    @LocalServerPort
    int port;

    @Autowired
    OutboxDepth depth;

    @Autowired
    ConfigurableEnvironment environment;

    private final UUID patient = UUID.randomUUID();

    @Test
    void anEventArrivesOnceAndInOrderAndTheTableIsEmptyAgain() {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            // Given
            List<Integer> order = IntStream.rangeClosed(1, 200).boxed().toList();

            // When
            order.forEach(n -> visits.make(patient, n, false));
            Awaitility.await().until(() -> depth.count() == 0);
            visits.make(patient, 201, false);

            // Then
            assertThat(topic.await(
                            patient.toString(),
                            events -> !events.isEmpty() && events.getLast().getVersion() == 201))
                    .extracting(WorkItemChanged::getVersion)
                    .isEqualTo(IntStream.rangeClosed(1, 201).boxed().toList());
            Awaitility.await().until(() -> depth.count() == 0);
        }
    }

    @Test
    void aChangeThatFailsLeavesNoEvent() {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            // When
            assertThatThrownBy(() -> visits.make(patient, 1, true)).isInstanceOf(IllegalStateException.class);
            visits.make(patient, 2, false);

            // Then
            assertThat(topic.awaitCount(patient.toString(), 1))
                    .extracting(WorkItemChanged::getVersion)
                    .containsExactly(2);
        }
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> visits.announce(patient, patient, 1))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void headersAreCloudEventsAndNameNoPatient() {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            // When
            UUID visit = visits.make(patient, 1, false);

            // Then
            WorkItemChanged event = topic.awaitCount(patient.toString(), 1).getFirst();
            List<Header> headers = StreamSupport.stream(
                            topic.rawRecordsOf(patient.toString())
                                    .getFirst()
                                    .headers()
                                    .spliterator(),
                            false)
                    .toList();
            assertThat(headers)
                    .extracting(h -> h.key() + "=" + new String(h.value(), UTF_8))
                    .contains(
                            "ce_specversion=1.0",
                            "ce_id=" + event.getEventId(),
                            "ce_source=/throughline/intake-service",
                            "ce_type=io.github.throughline.schemas.workitem.WorkItemChanged",
                            "ce_subject=" + visit,
                            "content-type=application/avro")
                    .noneMatch(header -> header.contains(patient.toString()));
        }
    }

    @Test
    void anEventBelongsToTheTraceOfTheRequestThatCausedIt() {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class)) {
            // Given
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            String body = "{\"patientId\":\"%s\",\"ward\":1}".formatted(patient);

            // When
            new WardClient(port)
                    .post(
                            "/visits",
                            TestTokens.token("c-1", "coordinator"),
                            body,
                            null,
                            Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace)));

            // Then
            topic.awaitCount(patient.toString(), 1);
            Header header =
                    topic.rawRecordsOf(patient.toString()).getFirst().headers().lastHeader("traceparent");
            assertThat(new String(header.value(), UTF_8))
                    .startsWith("00-" + trace)
                    .endsWith("-01");
        }
    }

    @Test
    void twoInstancesShareTheTableAndKeepTheOrderOfEachPatient() {
        try (var topic = TopicProbe.of(Topics.WORK_ITEM, WorkItemChanged.class);
                var other = secondInstance()) {
            // Given
            List<UUID> patients =
                    IntStream.range(0, 20).mapToObj(n -> UUID.randomUUID()).toList();
            Visits elsewhere = other.getBean(Visits.class);

            // When
            IntStream.rangeClosed(1, 30)
                    .forEach(n -> patients.forEach(p -> (n % 2 == 0 ? visits : elsewhere).make(p, n, false)));

            // Then
            patients.forEach(p -> assertThat(topic.awaitCount(p.toString(), 30))
                    .extracting(WorkItemChanged::getVersion)
                    .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList()));
            assertThat(new HashSet<>(topic.recordsOf(patients.getFirst().toString())))
                    .hasSize(30);
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        var application = new SpringApplication(WardApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(context -> environment.getPropertySources().stream()
                .filter(source -> source.getName().equals("backing services"))
                .forEach(source -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(
                                new MapPropertySource("backing services", ((MapPropertySource) source).getSource()))));
        return application.run("--server.port=0", "--management.server.port=0");
    }
}
