package io.github.throughline.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Answer;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.testkit.fhir.FhirValidation;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** What clients of the FHIR endpoints send, and what they are answered: every answer is read strictly and validated. */
final class FhirCalls {

    static final String NPRS = "72514-3";
    static final String GAD_7 = "70274-6";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningService service;

    FhirCalls(RunningService service) {
        this.service = service;
    }

    Answer post(String path, Resource resource, String bearer) {
        return post(path, resource, bearer, null);
    }

    Answer post(String path, Resource resource, String bearer, @Nullable String key) {
        return service.call(HttpMethod.POST, "/fhir" + path, JSON.readTree(FhirJson.write(resource)), bearer, key);
    }

    Answer get(String path, String bearer) {
        return service.get("/fhir" + path, bearer);
    }

    <T extends Resource> T read(Class<T> type, String path, String bearer) {
        Answer answer = get(path, bearer);
        assertThat(answer.status()).isEqualTo(200);
        return read(type, answer);
    }

    static <T extends Resource> T read(Class<T> type, Answer answer) {
        byte[] json = JSON.writeValueAsBytes(answer.body());
        assertThat(FhirValidation.faults(json)).isEmpty();
        return FhirJson.read(type, json);
    }

    /** Every resource that a search finds, page by page. */
    List<Resource> all(String path, String bearer) {
        var all = new ArrayList<Resource>();
        String next = path;
        while (next != null) {
            Bundle page = read(Bundle.class, next, bearer);
            page.getEntry().forEach(entry -> all.add(entry.getResource()));
            next = page.getLink("next") == null
                    ? null
                    : local(page.getLink("next").getUrl());
        }
        return all;
    }

    private static String local(String url) {
        URI uri = URI.create(url);
        return uri.getPath().substring("/fhir".length()) + "?" + uri.getQuery();
    }

    /** The one issue's stable code and place. */
    static String refusal(OperationOutcome outcome) {
        var issue = outcome.getIssueFirstRep();
        return issue.getDetails().getCodingFirstRep().getCode()
                + (issue.hasExpression()
                        ? " " + issue.getExpression().getFirst().getValue()
                        : "");
    }

    static String refusal(Answer answer) {
        return refusal(read(OperationOutcome.class, answer));
    }

    static Observation observation(Reference patient, String loinc, Instant at, double total) {
        var observation = new Observation().setStatus(ObservationStatus.FINAL).setSubject(patient);
        observation
                .getCode()
                .addCoding(new Coding().setSystem("http://loinc.org").setCode(loinc));
        return observation
                .setEffective(new DateTimeType(at.toString()))
                .setValue(new Quantity().setValue(total).setUnit("{score}"));
    }

    static QuestionnaireResponse response(Reference patient, String measure, Instant at, Map<String, Integer> answers) {
        var response = new QuestionnaireResponse()
                .setQuestionnaire("urn:throughline:questionnaire:" + measure)
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(patient)
                .setAuthoredElement(new DateTimeType(at.toString()));
        new TreeMap<>(answers)
                .forEach((item, answer) ->
                        response.addItem().setLinkId(item).addAnswer().setValue(new IntegerType(answer)));
        return response;
    }

    static Reference patient(Course course) {
        return new Reference("Patient/" + course.patientId);
    }

    static Identifier id(String value) {
        return new Identifier().setSystem("https://ehr.example/obs").setValue(value);
    }

    static Bundle bundle(BundleType type, Resource... resources) {
        var bundle = new Bundle().setType(type);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(resource.fhirType());
        }
        return bundle;
    }
}
