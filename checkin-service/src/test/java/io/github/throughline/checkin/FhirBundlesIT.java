package io.github.throughline.checkin;

import static io.github.throughline.checkin.FhirCalls.GAD_7;
import static io.github.throughline.checkin.FhirCalls.NPRS;
import static io.github.throughline.checkin.FhirCalls.bundle;
import static io.github.throughline.checkin.FhirCalls.id;
import static io.github.throughline.checkin.FhirCalls.observation;
import static io.github.throughline.checkin.FhirCalls.patient;
import static io.github.throughline.checkin.FhirCalls.refusal;
import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.outcome.ReadingSource;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FhirBundlesIT {

    private static final String RECORDED = "throughline.readings?tag=result:recorded&tag=source:patient";

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
    void ofATransactionAllIsRecordedOrNothing() {
        // Given
        var course = started(Course.in("Europe/Zurich"));
        Instant now = SERVICE.now();
        Resource pain = observation(patient(course), NPRS, now, 6).addIdentifier(id("pain"));
        Resource anxiety = observation(patient(course), GAD_7, now, 9).addIdentifier(id("anxiety"));
        Resource impossible = observation(patient(course), NPRS, now, 11).addIdentifier(id("impossible"));

        double recorded = SERVICE.metric(RECORDED);

        // When
        var refused = FHIR.post("", bundle(BundleType.TRANSACTION, pain, impossible, new Patient()), course.patient());
        double counted = SERVICE.metric(RECORDED);
        long kept = SERVICE.count("reading", "episode_id = ?", course.episodeId);
        var taken = FHIR.post("", bundle(BundleType.TRANSACTION, pain, anxiety), course.patient());
        var again = FHIR.post("", bundle(BundleType.TRANSACTION, pain, anxiety), course.patient());

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(FhirCalls.read(OperationOutcome.class, refused).getIssue())
                .extracting(issue -> refusal(new OperationOutcome().addIssue(issue)))
                .containsExactly(
                        "IMPOSSIBLE_TOTAL Bundle.entry[1].resource.value",
                        "ELEMENT_NOT_TAKEN Bundle.entry[2].resource");
        assertThat(kept).isZero();
        assertThat(counted).isEqualTo(recorded);
        assertThat(SERVICE.metric(RECORDED)).isEqualTo(recorded + 2);
        assertThat(statuses(taken)).containsExactly("201 Created", "201 Created");
        assertThat(statuses(again)).containsExactly("200 OK", "200 OK");
        assertThat(OUTCOMES.awaitCount(course.key(), 2))
                .extracting(OutcomeRecorded::getValue)
                .containsExactly(6.0, 9.0);
    }

    @Test
    void aBatchIsAnsweredEntryByEntry() {
        // Given
        var course = started(Course.in("Europe/Zurich"));
        Instant now = SERVICE.now();
        var batch = bundle(
                BundleType.BATCH,
                observation(patient(course), NPRS, now, 6).addIdentifier(id("1")),
                observation(patient(course), "8867-4", now, 72).addIdentifier(id("2")),
                observation(patient(course), GAD_7, now, 9),
                observation(new Reference("Patient/" + UUID.randomUUID()), NPRS, now, 6)
                        .addIdentifier(id("3")),
                observation(patient(course), NPRS, now, 5).addIdentifier(id("4")));
        String key = UUID.randomUUID().toString();

        // When
        var first = FHIR.post("", batch, course.patient());
        var keyed = FHIR.post("", batch, course.patient(), key);

        // Then
        assertThat(statuses(first)).containsExactly("201 Created", "422", "422", "422", "201 Created");
        assertThat(refusals(first))
                .containsExactly(
                        "NO_SUCH_MEASURE Observation.code",
                        "INVALID_RECORD_ID Observation.identifier",
                        "UNKNOWN_PATIENT Observation.subject");
        assertThat(statuses(keyed)).containsExactly("200 OK", "422", "201 Created", "422", "200 OK");
        assertThat(FHIR.post("", batch, course.patient(), key)).isEqualTo(keyed);
        var other = FHIR.post("", bundle(BundleType.BATCH), course.patient(), key);
        assertThat(refusal(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(OUTCOMES.awaitCount(course.key(), 3)).hasSize(3);
    }

    @Test
    void aPartnerWritesForItsOwnPatientsByTheirOwnIdentifier() {
        // Given
        String partner = "ehr-" + UUID.randomUUID().toString().substring(0, 8);
        var course = started(Course.knownAs(partner, "their-17"));
        String bearer = TestTokens.bearer(partner, "partner");
        Instant now = SERVICE.now();
        var known = new Reference().setIdentifier(new Identifier().setValue("their-17"));
        var unknown = new Reference().setIdentifier(new Identifier().setValue("their-18"));

        // When
        var answers = List.of(
                FHIR.post("/Observation", observation(known, NPRS, now, 6).addIdentifier(id("1")), bearer),
                FHIR.post("/Observation", observation(known, NPRS, now, 6).addIdentifier(id("1")), bearer),
                FHIR.post("/Observation", observation(unknown, NPRS, now, 6).addIdentifier(id("2")), bearer),
                FHIR.post(
                        "/Observation",
                        observation(patient(course), NPRS, now, 6).addIdentifier(id("3")),
                        bearer),
                FHIR.post(
                        "/Observation",
                        observation(known, NPRS, now, 6).addIdentifier(id("4")),
                        TestTokens.bearer("another-partner", "partner")));

        // Then
        assertThat(answers).extracting(Answer::status).containsExactly(201, 200, 422, 422, 422);
        assertThat(answers.subList(2, 5))
                .extracting(FhirCalls::refusal)
                .containsExactly(
                        "UNKNOWN_PATIENT Observation.subject",
                        "ELEMENT_MISSING Observation.subject.identifier",
                        "UNKNOWN_PATIENT Observation.subject");
        OutcomeRecorded outcome = OUTCOMES.awaitCount(course.key(), 1).getFirst();
        assertThat(outcome.getSource()).isEqualTo(ReadingSource.PARTNER);
        assertThat(outcome.getPartner()).isEqualTo(partner);
    }

    private static List<String> statuses(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return FhirCalls.read(Bundle.class, answer).getEntry().stream()
                .map(entry -> entry.getResponse().getStatus())
                .toList();
    }

    private static List<String> refusals(Answer answer) {
        return FhirCalls.read(Bundle.class, answer).getEntry().stream()
                .map(BundleEntryComponent::getResponse)
                .filter(Bundle.BundleEntryResponseComponent::hasOutcome)
                .map(response -> refusal((OperationOutcome) response.getOutcome()))
                .toList();
    }

    private static Course started(Course course) {
        Instant now = SERVICE.now();
        course.open(WRITER, now)
                .plan(WRITER, now, every(1, "NPRS"), every(1, "GAD-7"))
                .awaitOpenCheckin(SERVICE);
        return course;
    }
}
