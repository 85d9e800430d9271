package io.github.throughline.platform.fhir;

import io.github.throughline.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** A body is not the FHIR R4 resource that it must be. */
public final class UnreadableResource extends Problem {

    UnreadableResource() {
        this(null);
    }

    /** @param element the first that is wrong or not known; null: it can not be told */
    UnreadableResource(@Nullable String element) {
        super(
                400,
                "UNREADABLE_BODY",
                "the body is not JSON of the FHIR R4 resource that this address takes; GET /fhir/metadata tells which",
                element);
    }
}
