package io.github.throughline.platform.fhir;

import io.github.throughline.platform.security.Allow;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the service speaks of FHIR. */
@RestController
class FhirCapabilityController {

    private final FhirCapability capability;

    FhirCapabilityController(FhirCapability capability) {
        this.capability = capability;
    }

    /** Open to everybody: a client learns here how to sign in. */
    @GetMapping("/fhir/metadata")
    @Allow(
            value = {},
            to = Allow.To.PUBLIC)
    ResponseEntity<byte[]> metadata() {
        return HttpFhir.ok(FhirCapabilityStatement.of(capability, HttpFhir.base()));
    }
}
