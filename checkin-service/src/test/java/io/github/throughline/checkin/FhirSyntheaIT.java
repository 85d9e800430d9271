package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of another system, made by Synthea: each observation is recorded or refused with a reason. */
class FhirSyntheaIT {

    /** LOINC codes of NPRS, GAD-7 and PHQ-9. */
    private static final Set<String> MEASURES = Set.of("72514-3", "70274-6", "44261-6");

    private static final RunningService SERVICE = RunningService.shared();
    private static final FhirCalls FHIR = new FhirCalls(SERVICE);
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hye44", "angla303"})
    void eachObservationOfABatchIsRecordedOrRefusedWithAReason(String patient) throws IOException {
        // Given
        var course = started();
        Bundle sent = observationsOf(patient, course);

        // When
        Answer answer = FHIR.post("", sent, course.physician());

        // Then
        assertThat(answer.status()).isEqualTo(200);
        List<BundleEntryComponent> answers =
                FhirCalls.read(Bundle.class, answer).getEntry();
        assertThat(answers).hasSameSizeAs(sent.getEntry()).hasSizeGreaterThan(20);
        for (int entry = 0; entry < answers.size(); entry++) {
            assertAnswered(observation(sent, entry), answers.get(entry).getResponse());
        }
        List<Double> totals = sent.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .filter(FhirSyntheaIT::isMeasure)
                .map(observation -> observation.getValueQuantity().getValue().doubleValue())
                .toList();
        assertThat(OUTCOMES.awaitCount(course.key(), totals.size()))
                .extracting(OutcomeRecorded::getValue)
                .containsExactlyElementsOf(totals);
    }

    @Test
    void aTransactionIsRecordedWhereEveryObservationCanBe() throws IOException {
        // Given
        var course = started();
        Bundle all = observationsOf("hye44", course).setType(BundleType.TRANSACTION);
        Bundle measures = all.copy();
        measures.getEntry().removeIf(entry -> !isMeasure((Observation) entry.getResource()));

        // When
        var refused = FHIR.post("", all, course.physician());
        long kept = SERVICE.count("reading", "episode_id = ?", course.episodeId);
        var taken = FHIR.post("", measures, course.physician());

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(FhirCalls.read(OperationOutcome.class, refused).getIssue())
                .hasSize(all.getEntry().size() - measures.getEntry().size());
        assertThat(kept).isZero();
        assertThat(FhirCalls.read(Bundle.class, taken).getEntry())
                .hasSizeGreaterThan(3)
                .extracting(entry -> entry.getResponse().getStatus())
                .containsOnly("201 Created");
        assertThat(FHIR.all("/Observation?patient=" + course.patientId, course.patient()))
                .hasSameSizeAs(measures.getEntry());
    }

    private static void assertAnswered(Observation sent, BundleEntryResponseComponent answer) {
        if (isMeasure(sent)) {
            assertThat(answer.getStatus()).isEqualTo("201 Created");
        } else {
            assertThat(answer.getStatus()).isEqualTo("422");
            assertThat(FhirCalls.refusal((OperationOutcome) answer.getOutcome()))
                    .isEqualTo("NO_SUCH_MEASURE Observation.code");
        }
    }

    private static boolean isMeasure(Observation observation) {
        return MEASURES.contains(observation.getCode().getCodingFirstRep().getCode());
    }

    private static Observation observation(Bundle bundle, int entry) {
        return (Observation) bundle.getEntry().get(entry).getResource();
    }

    /** As Synthea wrote them, but for whose they are. */
    private static Bundle observationsOf(String patient, Course course) throws IOException {
        try (InputStream file = FhirSyntheaIT.class.getResourceAsStream("/synthea/" + patient + ".json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return FhirJson.read(
                    Bundle.class,
                    text.replaceAll(
                                    "\"subject\":\\{\"reference\":\"[^\"]*\"",
                                    "\"subject\":{\"reference\":\"Patient/" + course.patientId + "\"")
                            .getBytes(UTF_8));
        }
    }

    private static Course started() {
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich");
        course.open(WRITER, now)
                .plan(WRITER, now, every(1, "NPRS"), every(1, "GAD-7"), every(2, "PHQ-9"))
                .awaitOpenCheckin(SERVICE);
        return course;
    }
}
