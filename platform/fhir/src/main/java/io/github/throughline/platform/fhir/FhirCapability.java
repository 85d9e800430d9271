package io.github.throughline.platform.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/**
 * What a service speaks of FHIR.
 *
 * @param service its name
 * @param interactions what it takes at the base itself
 */
public record FhirCapability(String service, Set<SystemRestfulInteraction> interactions, List<Supported> resources) {

    /**
     * A type of resource.
     *
     * @param searches names of the parameters that it is searched by
     */
    public record Supported(String type, List<TypeRestfulInteraction> interactions, Set<String> searches) {}
}
