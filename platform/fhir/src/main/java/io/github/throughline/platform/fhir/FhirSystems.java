package io.github.throughline.platform.fhir;

import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The systems by which codes and identifiers are told apart, and what is written with them everywhere alike. */
public final class FhirSystems {

    public static final String LOINC = "http://loinc.org";

    /** Measures of the catalogue by their id. */
    public static final String MEASURE = "urn:throughline:measure";

    /** Stable codes of errors, as problem details carry them. */
    public static final String PROBLEM = "urn:throughline:problem";

    /** Members of care teams by their reference. */
    public static final String MEMBER = "urn:throughline:member";

    /** Roles in a care team. */
    public static final String ROLE = "urn:throughline:role";

    /** The episode that something belongs to: a standard extension of R4. */
    public static final String EPISODE_OF_CARE = "http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare";

    private FhirSystems() {}

    /** A measure by its LOINC code, where it has one, and by its id. */
    public static CodeableConcept measure(String id, @Nullable String loinc, String name) {
        var concept = new CodeableConcept().setText(name);
        if (loinc != null) {
            concept.addCoding(new Coding().setSystem(LOINC).setCode(loinc));
        }
        return concept.addCoding(new Coding().setSystem(MEASURE).setCode(id));
    }

    public static Reference patient(UUID patientId) {
        return new Reference("Patient/" + patientId);
    }

    public static Extension episode(UUID episodeId) {
        return new Extension(EPISODE_OF_CARE, new Reference("EpisodeOfCare/" + episodeId));
    }

    /** Somebody who is known by a reference alone: their name is no business of these services. */
    public static Reference member(String reference) {
        return new Reference().setIdentifier(new Identifier().setSystem(MEMBER).setValue(reference));
    }
}
