package io.github.throughline.checkin.fhirwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.throughline.checkin.fhir.FhirMeasures;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.platform.fhir.FhirSystems;
import io.github.throughline.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentReadingTest {

    private static final UUID PATIENT = new UUID(0, 7);
    private static final UUID EPISODE = new UUID(0, 8);
    private static final FhirMeasures MEASURES = new FhirMeasures(MeasureCatalogue.standard());
    private static final FhirObservationReader OBSERVATIONS = new FhirObservationReader(MEASURES);
    private static final FhirResponseReader RESPONSES = new FhirResponseReader(MEASURES);

    @Test
    void anObservationSaysWhoseWhenAndHowMuch() {
        // Given
        Observation observation = observation();
        observation.addExtension(FhirSystems.episode(EPISODE));
        observation.addIdentifier().setSystem("urn:oid:1.2").setValue("17");

        // When
        SentReading sent = OBSERVATIONS.read(observation, "another");

        // Then
        assertThat(sent.patient().id()).isEqualTo(PATIENT);
        assertThat(sent.episodeId()).isEqualTo(EPISODE);
        assertThat(sent.recordId()).isEqualTo("urn:oid:1.2/17");
        assertThat(sent.content().measure()).isEqualTo("NPRS");
        assertThat(sent.content().observedAt()).isEqualTo(Instant.parse("2026-10-13T06:00:00Z"));
        assertThat(sent.content().total()).isEqualTo(6.0);
        assertThat(sent.content().isCorrection()).isFalse();
    }

    @Test
    void whoNamesAPatientByAnIdentifierMayHaveAReferenceOfTheirOwnBesideIt() {
        // Given
        Observation observation = observation();
        observation.getSubject().setReference("Patient/17").getIdentifier().setValue("their-17");

        // When
        SentPatient patient = OBSERVATIONS.read(observation, "17").patient();

        // Then
        assertThat(patient).isEqualTo(new SentPatient(null, "their-17"));
        assertThat(patient.toString()).doesNotContain("their-17");
    }

    @Test
    void componentsAreAnswersAndOneWithoutAValueIsLeftOut() {
        // Given
        Observation observation = observation().setValue(null).setStatus(ObservationStatus.AMENDED);
        component(observation, "1").setValue(new IntegerType(4));
        component(observation, "2").setValue(new Quantity(3));
        component(observation, "3");

        // When
        SentReading.Content content = OBSERVATIONS.read(observation, "17").content();

        // Then
        assertThat(content.items()).containsEntry("1", 4).containsEntry("2", 3).containsEntry("3", null);
        assertThat(content.total()).isNull();
        assertThat(content.isCorrection()).isTrue();
    }

    @Test
    void aPeriodCountsFromItsEnd() {
        // Given
        Observation observation =
                observation().setEffective(new Period().setEndElement(new DateTimeType("2026-10-14T06:00:00Z")));

        // Then
        assertThat(OBSERVATIONS.read(observation, "17").content().observedAt())
                .isEqualTo(Instant.parse("2026-10-14T06:00:00Z"));
    }

    @Test
    void whatNoReadingCanSayIsRefusedWhereItStands() {
        refused("ELEMENT_NOT_TAKEN Observation.status", o -> o.setStatus(ObservationStatus.ENTEREDINERROR));
        refused("ELEMENT_NOT_TAKEN Observation.status", o -> o.setStatus(null));
        refused(
                "NO_SUCH_MEASURE Observation.code",
                o -> o.setCode(new CodeableConcept(new Coding("urn:x", "72514-3", ""))));
        refused("NO_SUCH_MEASURE Observation.code", o -> o.setCode(new CodeableConcept().setText("NPRS")));
        refused("ELEMENT_MISSING Observation.effective", o -> o.setEffective(null));
        refused("ELEMENT_NOT_TAKEN Observation.effective", o -> o.setEffective(new DateTimeType("2026-10-13")));
        refused("ELEMENT_MISSING Observation.subject", o -> o.setSubject(null));
        refused("ELEMENT_NOT_TAKEN Observation.subject", o -> o.getSubject().setReference("Patient/17"));
        refused("ELEMENT_NOT_TAKEN Observation.subject", o -> o.getSubject().setReference("Group/" + PATIENT));
        refused(
                "ELEMENT_NOT_TAKEN Observation.extension",
                o -> o.addExtension(FhirSystems.EPISODE_OF_CARE, new StringType("x")));
        refused("ELEMENT_NOT_TAKEN Observation.value", o -> o.setValue(new StringType("six")));
        refused(
                "ELEMENT_NOT_TAKEN Observation.value",
                o -> o.getValueQuantity().setComparator(Quantity.QuantityComparator.LESS_THAN));
        refused(
                "ELEMENT_NOT_TAKEN Observation.value",
                o -> o.setValue(new IntegerType()).getValue().setId("x"));
        refused("ELEMENT_NOT_TAKEN Observation.implicitRules", o -> o.setImplicitRules("urn:x"));
        refused(
                "ELEMENT_NOT_TAKEN Observation.modifierExtension",
                o -> o.addModifierExtension().setUrl("urn:x"));
        refused(
                "ELEMENT_NOT_TAKEN Observation.component.modifierExtension",
                o -> component(o, "1").addModifierExtension().setUrl("urn:x"));
        refused("ELEMENT_MISSING Observation.component.code", Observation::addComponent);
        refused(
                "ELEMENT_NOT_TAKEN Observation.component.where(code.coding.code='1')",
                o -> component(o, "1").setValue(new Quantity(2.5)));
    }

    @Test
    void itemsInGroupsAreAnswersByTheirId() {
        // Given
        var response = read(QuestionnaireResponse.class, """
                {"resourceType": "QuestionnaireResponse", "status": "completed",
                 "questionnaire": "urn:throughline:questionnaire:GAD-7|1", "authored": "2026-10-13T08:00:00+02:00",
                 "subject": {"reference": "Patient/%s"}, "item": [{"linkId": "g", "item": [
                   {"linkId": "1", "answer": [{"valueInteger": 2}]}, {"linkId": "2", "answer": [{"valueDecimal": 1.0}]},
                   {"linkId": "3", "answer": [{"valueBoolean": true}]}, {"linkId": "4"}]}]}
                """.formatted(PATIENT));

        // When
        SentReading sent = RESPONSES.read(response, "17");

        // Then
        assertThat(sent.content().measure()).isEqualTo("GAD-7");
        assertThat(sent.content().items())
                .hasSize(4)
                .containsAllEntriesOf(Map.of("1", 2, "2", 1, "3", 1))
                .containsEntry("4", null);
        assertThat(sent.content().observedAt()).isEqualTo(Instant.parse("2026-10-13T06:00:00Z"));
        response.setQuestionnaire("urn:throughline:questionnaire:GAD-7|2");
        assertThat(refusal(() -> RESPONSES.read(response, "17")))
                .isEqualTo("NO_SUCH_MEASURE QuestionnaireResponse.questionnaire");
        response.setQuestionnaire("urn:throughline:questionnaire:GAD-7")
                .addItem()
                .setLinkId("1")
                .addAnswer()
                .setValue(new IntegerType(1));
        assertThat(refusal(() -> RESPONSES.read(response, "17")))
                .isEqualTo("ELEMENT_NOT_TAKEN QuestionnaireResponse.item.where(linkId='1')");
    }

    @ParameterizedTest
    @CsvSource({
        "identifier=https://ehr.example/obs|17, https://ehr.example/obs/17",
        "identifier=https%3A%2F%2Fehr.example%2Fobs%7C17, https://ehr.example/obs/17",
        "identifier=17, 17",
    })
    void aConditionOnAnIdentifierNamesTheRecord(String condition, String recordId) {
        assertThat(FhirEntries.ifNoneExist(condition)).isEqualTo(recordId);
    }

    @Test
    void anEntryIsNamedByItsConditionOrItsAddress() {
        // Given
        var entries = new FhirEntries(OBSERVATIONS, RESPONSES);
        var entry = new BundleEntryComponent().setResource(observation()).setFullUrl("urn:uuid:" + EPISODE);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl("Observation");

        // Then
        assertThat(entries.read(entry, "key/0").recordId()).isEqualTo("urn:uuid:" + EPISODE);
        assertThat(entries.read(entry.setFullUrl("https://ehr.example/Observation/1"), "key/0")
                        .recordId())
                .isEqualTo("key/0");
        entry.getRequest().setIfNoneExist("identifier=17");
        assertThat(entries.read(entry, "key/0").recordId()).isEqualTo("17");
        entry.getRequest().setIfNoneExist("code=17");
        assertThat(refusal(() -> entries.read(entry, "key/0"))).isEqualTo("ELEMENT_NOT_TAKEN If-None-Exist");
        entry.getRequest().setUrl("Patient");
        assertThat(refusal(() -> entries.read(entry, "key/0"))).isEqualTo("ELEMENT_NOT_TAKEN Bundle.entry.request.url");
        entry.getRequest().setMethod(HTTPVerb.DELETE);
        assertThat(refusal(() -> entries.read(entry, "key/0")))
                .isEqualTo("ELEMENT_NOT_TAKEN Bundle.entry.request.method");
    }

    private static void refused(String refusal, Consumer<Observation> change) {
        Observation observation = observation();
        change.accept(observation);
        assertThat(refusal(() -> OBSERVATIONS.read(observation, "17"))).isEqualTo(refusal);
    }

    private static String refusal(Runnable reading) {
        var refused = new String[1];
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading::run)
                .satisfies(problem -> refused[0] = problem.code() + " " + problem.field());
        return refused[0];
    }

    private static Observation.ObservationComponentComponent component(Observation observation, String item) {
        var component = observation.addComponent();
        component
                .getCode()
                .addCoding()
                .setSystem("urn:throughline:measure:NPRS")
                .setCode(item);
        return component;
    }

    private static Observation observation() {
        return read(Observation.class, """
                {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/%s"},
                 "code": {"coding": [{"system": "http://snomed.info/sct", "code": "1"},
                   {"system": "http://loinc.org", "code": "72514-3"}]},
                 "effectiveDateTime": "2026-10-13T08:00:00+02:00", "valueQuantity": {"value": 6}}
                """.formatted(PATIENT));
    }

    private static <T extends Resource> T read(Class<T> type, String json) {
        return FhirJson.read(type, json.getBytes(StandardCharsets.UTF_8));
    }
}
