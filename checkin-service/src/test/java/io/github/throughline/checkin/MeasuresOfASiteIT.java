package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.measures.SiteMeasure;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A file in a mounted folder is all that it takes. */
class MeasuresOfASiteIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
    }

    @Test
    void aMeasureFromTheFolderIsOfferedAskedForAndScored() {
        // Given
        var now = SERVICE.now();
        var course = Course.in("UTC").open(WRITER, now).plan(WRITER, now, every(1, SiteMeasure.ID));
        String checkin = course.awaitOpenCheckin(SERVICE).get("checkinId").asString();

        // When
        var offered = SERVICE.get("/measures", course.patient()).body().valueStream();
        var submitted = SERVICE.post(
                course.path("/checkins/" + checkin + "/submission"),
                Map.of("answers", List.of(Map.of("measure", SiteMeasure.ID, "items", Map.of("1", 7)))),
                course.patient());

        // Then
        assertThat(offered)
                .filteredOn(measure -> measure.get("id").asString().equals(SiteMeasure.ID))
                .singleElement()
                .satisfies(measure -> assertThat(measure.get("name").asString()).isEqualTo("Hours of sleep"));
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getValue()).isEqualTo(7.0);
    }
}
