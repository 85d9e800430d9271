package io.github.throughline.checkin;

import static io.github.throughline.checkin.FhirCalls.GAD_7;
import static io.github.throughline.checkin.FhirCalls.NPRS;
import static io.github.throughline.checkin.FhirCalls.id;
import static io.github.throughline.checkin.FhirCalls.observation;
import static io.github.throughline.checkin.FhirCalls.patient;
import static io.github.throughline.checkin.FhirCalls.refusal;
import static io.github.throughline.checkin.FhirCalls.response;
import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.episode.Role;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FhirReadingsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final FhirCalls FHIR = new FhirCalls(SERVICE);
    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<OutcomeRecorded> OUTCOMES = TopicProbe.of(Topics.OUTCOME, OutcomeRecorded.class);

    @AfterAll
    static void close() {
        WRITER.close();
        OUTCOMES.close();
    }

    @Test
    void whatIsSpokenIsToldToEverybodyAndTheMeasuresToThoseWhoSignIn() {
        // When
        var capability = FHIR.read(CapabilityStatement.class, "/metadata", "none");

        // Then
        assertThat(capability.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .containsExactly("Questionnaire", "QuestionnaireResponse", "Observation");
        var described = SERVICE.get("/v3/api-docs", "none").body().get("paths").propertyNames();
        assertThat(described).contains("/measures").noneMatch(path -> path.startsWith("/fhir"));
        assertThat(FHIR.get("/Questionnaire", "none").status()).isEqualTo(401);
        assertThat(refusal(FHIR.get("/Patient/1", TestTokens.bearer("somebody", "therapist"))))
                .isEqualTo("NOT_FOUND");
        String anybody = TestTokens.bearer("somebody", "therapist");
        assertThat(FHIR.all("/Questionnaire?_count=7", anybody))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .extracting(Resource::getIdPart)
                .contains("PHQ-9");
        var phq9 = FHIR.read(Questionnaire.class, "/Questionnaire/PHQ-9", anybody);
        assertThat(phq9.getItem()).hasSize(9);
        assertThat(FHIR.all("/Questionnaire?code=44261-6", anybody))
                .extracting(Resource::getIdPart)
                .containsExactly("PHQ-9");
    }

    @Test
    void anObservationIsRecordedOnceCorrectedAndReadBack() {
        // Given
        var course = started();
        Instant now = SERVICE.now();
        var sent = observation(patient(course), NPRS, now, 6).addIdentifier(id("17"));

        // When
        var first = FHIR.post("/Observation", sent, course.patient());
        var again = FHIR.post("/Observation", sent, course.patient());
        var other = FHIR.post(
                "/Observation", observation(patient(course), NPRS, now, 7).addIdentifier(id("17")), course.patient());
        var corrected = FHIR.post(
                "/Observation",
                observation(patient(course), NPRS, now, 4)
                        .addIdentifier(id("17"))
                        .setStatus(ObservationStatus.CORRECTED),
                course.patient());

        // Then
        assertThat(List.of(first, again, other, corrected))
                .extracting(Answer::status)
                .containsExactly(201, 200, 409, 201);
        assertThat(refusal(other)).isEqualTo("DUPLICATE_RECORD_ID Observation.identifier");
        assertThat(OUTCOMES.awaitCount(course.key(), 2))
                .extracting(OutcomeRecorded::getValue)
                .containsExactly(6.0, 4.0);
        var found = FHIR.all("/Observation?patient=" + course.patientId, course.physician());
        assertThat(FHIR.all(
                        "/Observation?identifier=https://ehr.example/obs|17&patient=" + course.patientId,
                        course.patient()))
                .hasSameSizeAs(found);
        assertThat(FHIR.all("/Observation?identifier=\u0000", course.patient())).isEmpty();
        assertThat(FHIR.all("/Observation?identifier=17&patient=" + course.patientId, course.patient()))
                .isEmpty();
        assertThat(found).hasSize(1);
        var read =
                FHIR.read(Observation.class, "/Observation/" + found.getFirst().getIdPart(), course.physician());
        assertThat(read.getStatus()).isEqualTo(ObservationStatus.CORRECTED);
        assertThat(read.getValueQuantity().getValue()).isEqualTo("4");
        assertThat(read.getIdentifierFirstRep().equalsDeep(id("17"))).isTrue();
    }

    @Test
    void answersAreScoredFromTheirItemsAndReadBackAsTheyWereGiven() {
        // Given
        var course = started();
        var answers = Map.of("1", 3, "2", 2, "3", 1, "4", 0, "5", 1, "6", 2, "7", 3);

        // When
        var answer = FHIR.post(
                "/QuestionnaireResponse",
                response(patient(course), "GAD-7", SERVICE.now(), answers),
                course.patient(),
                UUID.randomUUID().toString());

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(OUTCOMES.awaitCount(course.key(), 1).getFirst().getValue()).isEqualTo(12.0);
        var responses = FHIR.all("/QuestionnaireResponse?patient=Patient/" + course.patientId, course.patient());
        assertThat(responses).hasSize(1).first().isInstanceOfSatisfying(QuestionnaireResponse.class, response -> {
            assertThat(response.getItem()).hasSize(7);
            assertThat(response.getQuestionnaire()).isEqualTo("urn:throughline:questionnaire:GAD-7|1");
        });
        assertThat(FHIR.all("/Observation?code=" + GAD_7 + "&patient=" + course.patientId, course.patient()))
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        Observation.class,
                        observation -> assertThat(observation.getComponent()).hasSize(7));
    }

    @Test
    void aSearchIsNarrowedByTimeAndReadPageByPage() {
        // Given
        var course = started();
        Instant now = SERVICE.now();
        for (int day = 0; day < 5; day++) {
            var sent = observation(patient(course), NPRS, now.minus(Duration.ofDays(day)), day)
                    .addIdentifier(new Identifier().setValue("day-" + day));
            assertThat(FHIR.post("/Observation", sent, course.patient()).status())
                    .isEqualTo(201);
        }
        String ofPatient = "/Observation?patient=" + course.patientId;

        // When
        var paged = FHIR.all(ofPatient + "&_count=2", course.patient());

        // Then
        assertThat(paged).extracting(Resource::getIdPart).hasSize(5).doesNotHaveDuplicates();
        String day = now.minus(Duration.ofDays(2)).toString();
        assertThat(FHIR.all(ofPatient + "&date=ge" + day, course.patient())).hasSize(3);
        assertThat(FHIR.all(ofPatient + "&date=lt" + day, course.patient())).hasSize(2);
        assertThat(FHIR.all(ofPatient + "&date=" + day.substring(0, 10), course.patient()))
                .hasSize(1);
        assertThat(FHIR.all(ofPatient + "&_lastUpdated=gt2100", course.patient()))
                .isEmpty();
        String third = paged.get(2).getMeta().getLastUpdated().toInstant().toString();
        assertThat(FHIR.all(ofPatient + "&_lastUpdated=ge" + third, course.patient()))
                .extracting(Resource::getIdPart)
                .contains(paged.get(2).getIdPart(), paged.get(4).getIdPart());
        assertThat(refusal(FHIR.get(ofPatient + "&value=5", course.patient()))).isEqualTo("INVALID_PARAMETER value");
    }

    @Test
    void toWhoIsNotOfTheEpisodeThereIsNothing() {
        // Given
        var course = started();
        FHIR.post(
                "/Observation",
                observation(patient(course), NPRS, SERVICE.now(), 6).addIdentifier(id("1")),
                course.patient());
        String readingId = FHIR.all("/Observation?patient=" + course.patientId, course.patient())
                .getFirst()
                .getIdPart();

        for (String bearer : List.of(
                TestTokens.bearer("dr-other", "physician"),
                TestTokens.bearer("dr-frey", "physician"),
                TestTokens.bearer("intake-service", "service"),
                TestTokens.bearer("acme", "partner"),
                TestTokens.bearer(UUID.randomUUID().toString(), "patient"))) {
            // When // Then
            assertThat(refusal(FHIR.get("/Observation/" + readingId, bearer))).isEqualTo("RESOURCE_NOT_FOUND");
            assertThat(FHIR.all("/Observation?patient=" + course.patientId, bearer))
                    .isEmpty();
            assertThat(FHIR.all("/QuestionnaireResponse", bearer)).isEmpty();
        }
        var sent = observation(patient(course), NPRS, SERVICE.now(), 6).addIdentifier(id("2"));
        assertThat(refusal(FHIR.post("/Observation", sent, TestTokens.bearer("dr-other", "physician"))))
                .isEqualTo("UNKNOWN_PATIENT Observation.subject");
        assertThat(refusal(FHIR.post("/Observation", sent, TestTokens.bearer("dr-frey", "physician"))))
                .isEqualTo("MAY_NOT_ANSWER");
        assertThat(FHIR.all("/Observation?patient=" + course.patientId, TestTokens.bearer("dr-roth", "physician")))
                .hasSize(1);
    }

    private static Course started() {
        Instant now = SERVICE.now();
        var course = Course.in("Europe/Zurich")
                .with("dr-roth", Role.SPECIALIST)
                .with("dr-frey", Role.PCP)
                .permitting("dr-roth", RunningService.BEGINNING);
        course.open(WRITER, now)
                .plan(WRITER, now, every(1, "NPRS"), every(1, "GAD-7"))
                .awaitOpenCheckin(SERVICE);
        return course;
    }
}
