package io.github.throughline.platform.fhir;

import io.github.throughline.platform.web.Problem;

/** There is no such resource, or none that the caller may see: both look the same from outside. */
public final class FhirResourceNotFound extends Problem {

    public FhirResourceNotFound() {
        super(404, "RESOURCE_NOT_FOUND", "no such resource that you may see");
    }
}
