package io.github.throughline.checkin.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.reading.Origin;
import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.checkin.reading.ReadingId;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.SafetyAnswer;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.testkit.fhir.FhirValidation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the tests of the running service, whose process has HAPI's validator ready. */
class FhirResourcesIT {

    private static final FhirMeasures MEASURES = new FhirMeasures(MeasureCatalogue.standard());
    private static final FhirObservations OBSERVATIONS = new FhirObservations(MEASURES);
    private static final Instant OBSERVED = Instant.parse("2026-10-13T06:00:00.250Z");
    private static final Giver PATIENT = new Giver(Giver.Relation.PATIENT, new UUID(0, 7).toString());

    /** Not scored, with a safety answer. */
    private static final Reading.Result PHQ_9 = new Reading.Result(
            "PHQ-9", "1", null, "TOO_FEW_ANSWERS", List.of(new SafetyAnswer("9", 2)), Map.of("1", 3, "9", 2));

    private static final Reading.Result NPRS = new Reading.Result("NPRS", "1", 6.0, null, List.of(), Map.of("1", 6));

    @BeforeAll
    static void knowQuestionnaires() {
        MEASURES.asked().map(FhirQuestionnaires::of).forEach(FhirValidation::know);
    }

    @Test
    void everyQuestionnaireIsValid() {
        assertThat(MEASURES.asked())
                .hasSizeGreaterThan(10)
                .allSatisfy(measure -> assertValid(FhirQuestionnaires.of(measure)));
    }

    @Test
    void everyKindOfReadingIsValid() {
        // Given
        var total = new Reading.Result("GAD-7", "1", 12.5, null, List.of(), Map.of());
        var skipped = new Reading.Result("GAD-7", "1", null, "TOO_FEW_ANSWERS", List.of(), Map.of());
        var ofSite = new Reading.Result("SITE_OWN 1", "1", -3.0, null, List.of(), Map.of());
        Stream<Recorded> readings = Stream.of(
                recorded(NPRS, Origin.unscheduled(PATIENT, "17"), 1),
                recorded(PHQ_9, Origin.submission(PATIENT, new CheckinId(new UUID(0, 1)), "PHQ-9"), 2),
                recorded(skipped, Origin.unscheduled(PATIENT, "18"), 1),
                recorded(total, Origin.unscheduled(new Giver(Giver.Relation.CAREGIVER, "son"), "17"), 1),
                recorded(ofSite, Origin.unscheduled(new Giver(Giver.Relation.CARE_TEAM, "dr-lee"), "17"), 1),
                recorded(NPRS, Origin.partner("acme", "https://ehr.example/obs/17"), 1));

        // Then
        assertThat(readings).allSatisfy(recorded -> {
            assertValid(OBSERVATIONS.of(recorded));
            if (recorded.isAnswered()) {
                assertValid(FhirQuestionnaireResponses.of(recorded));
            }
        });
    }

    @Test
    void aScoreIsTheValueAndTheAnswersAreComponents() {
        // When
        Observation observation = OBSERVATIONS.of(recorded(NPRS, Origin.unscheduled(PATIENT, "17"), 1));

        // Then
        assertThat(observation.getCode().getCoding())
                .extracting(coding -> coding.getSystem() + "|" + coding.getCode())
                .containsExactly("http://loinc.org|72514-3", "urn:throughline:measure|NPRS");
        assertThat(observation.getValueQuantity().getValue()).isEqualTo("6");
        assertThat(observation.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-10-13T06:00:00.250Z");
        assertThat(observation
                        .getComponentFirstRep()
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("1");
        assertThat(observation.getComponentFirstRep().getValueIntegerType().getValue())
                .isEqualTo(6);
        assertThat(observation.getStatus()).isEqualTo(Observation.ObservationStatus.FINAL);
    }

    @Test
    void aSafetyAnswerStandsOutWhereThereIsNoScore() {
        // When
        Observation observation = OBSERVATIONS.of(recorded(PHQ_9, Origin.partner("acme", "17"), 2));

        // Then
        assertThat(observation.hasValue()).isFalse();
        assertThat(observation.getDataAbsentReason().getText()).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(observation.getComponent())
                .filteredOn(Observation.ObservationComponentComponent::hasInterpretation)
                .extracting(component -> component.getCode().getCodingFirstRep().getCode())
                .containsExactly("9");
        assertThat(observation.getStatus()).isEqualTo(Observation.ObservationStatus.CORRECTED);
    }

    @Test
    void anAnswerThatTheQuestionnaireCanNotHaveIsNotValid() {
        // Given
        var beyond = new Reading.Result("NPRS", "1", 11.0, null, List.of(), Map.of("2", 11));

        // When
        QuestionnaireResponse response =
                FhirQuestionnaireResponses.of(recorded(beyond, Origin.unscheduled(PATIENT, "17"), 1));

        // Then
        assertThat(FhirValidation.faults(FhirJson.write(response))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "obs/17", "https://ehr.example/obs/17", "urn:oid:1.2/17", "urn:uuid:17", "a|b"})
    void anIdentifierIsToldAsItWasGiven(String recordId) {
        Identifier identifier = FhirRecordIds.identifier(recordId);

        assertThat(FhirRecordIds.of(identifier)).isEqualTo(recordId);
    }

    private static void assertValid(Resource resource) {
        assertThat(FhirValidation.faults(FhirJson.write(resource)))
                .as(resource.fhirType() + " " + resource.getId())
                .isEmpty();
    }

    private static Recorded recorded(Reading.Result result, Origin origin, int version) {
        var reading = new Reading(
                new ReadingId(new UUID(1, 1)),
                new UUID(2, 2),
                origin,
                OBSERVED,
                result,
                new Reading.Revision(version, "fingerprint"));
        return new Recorded(reading, new UUID(0, 7), OBSERVED.plusMillis(120));
    }
}
