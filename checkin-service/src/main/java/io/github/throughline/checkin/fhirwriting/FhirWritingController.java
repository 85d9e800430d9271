package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.net.URI;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes readings in as FHIR. The answer is minimal: where the resource is, not what became of it. */
@RestController
@RequestMapping(
        path = "/fhir",
        consumes = {HttpFhir.JSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
class FhirWritingController {

    private static final String KEY = "Idempotency-Key";
    private static final String IF_NONE_EXIST = "If-None-Exist";

    private final FhirObservationReader observations;
    private final FhirResponseReader responses;
    private final TakingInReadings taking;
    private final TakingInBundles bundles;

    FhirWritingController(
            FhirObservationReader observations,
            FhirResponseReader responses,
            TakingInReadings taking,
            TakingInBundles bundles) {
        this.observations = observations;
        this.responses = responses;
        this.taking = taking;
        this.bundles = bundles;
    }

    @PostMapping("/Observation")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> observation(
            @RequestBody byte[] body,
            @RequestHeader(name = IF_NONE_EXIST, required = false) @Nullable String ifNoneExist,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        Observation sent = FhirJson.read(Observation.class, body);
        return answer(taking.take(caller, observations.read(sent, recordId(ifNoneExist, key))));
    }

    @PostMapping("/QuestionnaireResponse")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> response(
            @RequestBody byte[] body,
            @RequestHeader(name = IF_NONE_EXIST, required = false) @Nullable String ifNoneExist,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        QuestionnaireResponse sent = FhirJson.read(QuestionnaireResponse.class, body);
        return answer(taking.take(caller, responses.read(sent, recordId(ifNoneExist, key))));
    }

    @PostMapping
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> bundle(
            @RequestBody byte[] body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        Bundle sent = FhirJson.read(Bundle.class, body);
        String others = key == null ? "" : key;
        try {
            return HttpFhir.answer(
                    200,
                    switch (sent.getType()) {
                        case TRANSACTION -> bundles.transaction(caller, sent, others);
                        case BATCH -> bundles.batch(caller, sent, others);
                        case null, default ->
                            throw ElementRefused.notTaken("Bundle.type", "send a batch or a transaction");
                    });
        } catch (TransactionRefused refused) {
            return HttpFhir.answer(refused.status(), refused.outcome());
        }
    }

    private static String recordId(@Nullable String ifNoneExist, @Nullable String key) {
        String named = FhirEntries.ifNoneExist(ifNoneExist);
        return named.isEmpty() && key != null ? key : named;
    }

    private static ResponseEntity<byte[]> answer(Taken taken) {
        return switch (taken) {
            case Taken.Recorded recorded ->
                ResponseEntity.status(recorded.status())
                        .location(URI.create(HttpFhir.base() + "/" + recorded.path()))
                        .header("ETag", HttpFhir.tag(recorded.version()))
                        .build();
            case Taken.Refused refused -> throw refused.problem();
        };
    }
}
