package io.github.throughline.platform.fhir;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import java.math.BigDecimal;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** The systems by which codes and identifiers are told apart, and what is written with them everywhere alike. */
public final class FhirSystems {

    public static final String LOINC = "http://loinc.org";

    /** Measures of the catalogue by their id. */
    public static final String MEASURE = "urn:throughline:measure";

    /** Stable codes of errors, as problem details carry them. */
    public static final String PROBLEM = "urn:throughline:problem";

    /** Members of care teams by their reference. */
    public static final String MEMBER = "urn:throughline:member";

    /** Partners' systems by the partner's id. */
    public static final String PARTNER = "urn:throughline:partner";

    /** Roles in a care team. */
    public static final String ROLE = "urn:throughline:role";

    /** The episode that something belongs to: a standard extension of R4. */
    public static final String EPISODE_OF_CARE = "http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare";

    private static final String QUESTIONNAIRE = "urn:throughline:questionnaire:";

    private FhirSystems() {}

    /** A measure by its LOINC code, where it has one, and by its id; the catalogue may no longer have what is on record. */
    public static CodeableConcept measure(MeasureCatalogue catalogue, String id) {
        return catalogue
                .measure(id)
                .map(FhirSystems::measure)
                .orElseGet(() -> new CodeableConcept().addCoding(coding(MEASURE, id)));
    }

    public static CodeableConcept measure(Measure measure) {
        var concept = new CodeableConcept().setText(measure.name());
        if (measure.loinc() != null) {
            concept.addCoding(coding(LOINC, measure.loinc()));
        }
        return concept.addCoding(coding(MEASURE, measure.id()));
    }

    /** Id of a measure's questionnaire; an id of FHIR has only letters, digits, hyphens and dots. */
    public static String questionnaireId(String measureId) {
        return measureId.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    /** Canonical url of a measure's questionnaire. */
    public static String questionnaireUrl(String measureId) {
        return QUESTIONNAIRE + questionnaireId(measureId);
    }

    /** Points of a measure. */
    public static Quantity score(double points) {
        BigDecimal plain = BigDecimal.valueOf(points).stripTrailingZeros();
        return new Quantity()
                .setValue(plain.scale() < 0 ? plain.setScale(0) : plain)
                .setUnit("{score}")
                .setSystem("http://unitsofmeasure.org")
                .setCode("{score}");
    }

    public static CodeableConcept coded(String system, String code) {
        return new CodeableConcept().addCoding(coding(system, code));
    }

    public static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }

    public static Reference patient(UUID patientId) {
        return new Reference("Patient/" + patientId);
    }

    public static Extension episode(UUID episodeId) {
        return new Extension(EPISODE_OF_CARE, new Reference("EpisodeOfCare/" + episodeId));
    }

    /** Somebody who is known by a reference alone: their name is no business of these services. */
    public static Reference member(String reference) {
        return identified(MEMBER, reference);
    }

    public static Reference partner(String id) {
        return identified(PARTNER, id).setType("Organization");
    }

    private static Reference identified(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }
}
