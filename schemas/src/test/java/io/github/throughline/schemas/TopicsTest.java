package io.github.throughline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everySchemaTravelsOnSomeTopic() {
        // Given
        var records = Stream.concat(Topics.all().stream(), Topics.partner("acme").stream())
                .map(topic -> SpecificData.get().getSchema(topic.record()).getFullName())
                .collect(Collectors.toSet());

        // Then
        assertThat(AvscFiles.below(AvscFiles.CURRENT).values())
                .allSatisfy(schema -> assertThat(records).contains(schema.getFullName()));
    }

    @Test
    void domainTopicsAreKeptForEverAndPartitionedAlike() {
        assertThat(Topics.domain()).allSatisfy(topic -> {
            assertThat(topic.settings()).containsEntry("retention.ms", "-1");
            assertThat(topic.partitions()).isEqualTo(Topics.DOMAIN_PARTITIONS);
        });
    }

    @Test
    void partnerAndDeadLetterTopicsAreKeptForThirtyDays() {
        assertThat(Stream.concat(Topics.partner("acme").stream(), Stream.of(Topics.deadLetters("plan-service"))))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry(
                                "retention.ms",
                                Long.toString(Duration.ofDays(30).toMillis())));
    }

    @Test
    void noTopicIsCompacted() {
        assertThat(Stream.concat(Topics.all().stream(), Topics.partner("acme").stream()))
                .allSatisfy(topic -> assertThat(topic.settings()).containsEntry("cleanup.policy", "delete"));
    }

    @Test
    void onlyRefusalsHaveTwoWriters() {
        // Given
        var several = Stream.concat(Topics.all().stream(), Topics.partner("acme").stream())
                .filter(topic -> topic.writers().size() > 1);

        // Then
        assertThat(several).containsExactly(Topics.partnerRejected("acme"));
        assertThat(Topics.partnerRejected("acme").writers())
                .containsExactlyInAnyOrder("checkin-service", "intake-service");
    }

    @Test
    void everyTopicHasANameOfItsOwnWithAVersion() {
        // Given
        List<String> names = Stream.concat(Topics.all().stream(), Topics.partner("acme").stream())
                .map(Topic::name)
                .toList();

        // Then
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("throughline\\.[a-z.-]+\\.v1"));
    }

    @Test
    void aPartnerIdThatWouldForgeAnotherTopicIsRefused() {
        assertThatThrownBy(() -> Topics.partner("acme.outcome"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme.outcome");
    }
}
