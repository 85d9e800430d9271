package io.github.throughline.plan.fhir;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.SignedPlanReading;
import io.github.throughline.plan.careplan.SignedVersion;
import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The resources that are made of signed versions which a caller may read. */
@Component
class FhirPlanResources {

    private final SignedPlanReading reading;
    private final MeasureCatalogue catalogue;

    FhirPlanResources(SignedPlanReading reading, MeasureCatalogue catalogue) {
        this.reading = reading;
        this.catalogue = catalogue;
    }

    /** The signed versions of the patient whom a search names. */
    List<SignedVersion> versions(FhirSearch search, Caller caller) {
        return reading.ofPatient(search.thePatient(), caller);
    }

    /** All signed versions of the plan that an id names. */
    List<SignedVersion> versions(String id, Caller caller) {
        return FhirVersionId.parse(id)
                .map(version -> reading.ofPlan(version.planId(), caller))
                .orElse(List.of());
    }

    Stream<CarePlan> plans(List<SignedVersion> versions) {
        return versions.stream().map(version -> FhirPlans.of(version, catalogue, before(version, versions)));
    }

    Stream<Goal> goals(List<SignedVersion> versions) {
        return versions.stream().flatMap(version -> FhirGoals.of(version, catalogue).stream());
    }

    Stream<Provenance> provenances(List<SignedVersion> versions) {
        return versions.stream().map(FhirSignatures::provenance);
    }

    Stream<Binary> bytes(List<SignedVersion> versions) {
        return versions.stream().map(FhirSignatures::bytes);
    }

    /** @param versions by plan and number */
    private static @Nullable FhirVersionId before(SignedVersion version, List<SignedVersion> versions) {
        int place = versions.indexOf(version);
        return place > 0 && versions.get(place - 1).planId().equals(version.planId())
                ? FhirVersionId.of(versions.get(place - 1))
                : null;
    }
}
