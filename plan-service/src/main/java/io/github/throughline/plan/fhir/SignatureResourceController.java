package io.github.throughline.plan.fhir;

import io.github.throughline.plan.careplan.SignedVersion;
import io.github.throughline.platform.fhir.FhirPeriod;
import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signatures of plan versions, and the bytes that were signed. */
@RestController
@RequestMapping("/fhir")
class SignatureResourceController {

    static final Set<String> SEARCHES = Set.of("patient", "target", "recorded", "_lastUpdated");

    private static final String PLAN = "CarePlan/";

    private final FhirPlanResources resources;

    SignatureResourceController(FhirPlanResources resources) {
        this.resources = resources;
    }

    @GetMapping("/Provenance/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> signature(@PathVariable String id, Caller caller) {
        return HttpFhir.one(resources.provenances(resources.versions(id, caller)), id);
    }

    /** Of a patient's plans, or of one version by {@code target=CarePlan/<id>}. */
    @GetMapping("/Provenance")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> signatures(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, SEARCHES);
        FhirPeriod recorded = search.period("recorded");
        List<SignedVersion> versions = search.one("target")
                .map(target -> of(target, caller))
                .orElseGet(() -> resources.versions(search, caller));
        var found = resources
                .provenances(versions)
                .filter(signature -> recorded.has(signature.getRecorded().toInstant()));
        return HttpFhir.page(search, search.page(found));
    }

    private List<SignedVersion> of(String target, Caller caller) {
        String id = target.startsWith(PLAN) ? target.substring(PLAN.length()) : target;
        return resources.versions(id, caller).stream()
                .filter(version -> FhirVersionId.of(version).toString().equals(id))
                .toList();
    }

    /** The exact bytes by which the JWS of the version's provenance is checked. */
    @GetMapping("/Binary/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> bytes(@PathVariable String id, Caller caller) {
        return HttpFhir.one(resources.bytes(resources.versions(id, caller)), id);
    }
}
