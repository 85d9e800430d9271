package io.github.throughline.checkin.fhir;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.fhir.FhirSystems;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** The catalogue's measures by the codes and addresses that FHIR has for them. */
@Component
public class FhirMeasures {

    private final MeasureCatalogue catalogue;

    public FhirMeasures(MeasureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Those that have items, and so a questionnaire. */
    Stream<Measure> asked() {
        return catalogue.measures().stream().filter(measure -> !measure.items().isEmpty());
    }

    CodeableConcept code(String measureId) {
        return FhirSystems.measure(catalogue, measureId);
    }

    /** The measure that any coding of a concept names. */
    public Optional<Measure> named(CodeableConcept concept) {
        return concept.getCoding().stream()
                .flatMap(coding -> catalogue.measures().stream().filter(measure -> isNamed(measure, coding)))
                .findFirst();
    }

    private static boolean isNamed(Measure measure, Coding coding) {
        return switch (coding.getSystem()) {
            case FhirSystems.LOINC ->
                coding.getCode() != null && coding.getCode().equals(measure.loinc());
            case FhirSystems.MEASURE -> measure.id().equals(coding.getCode());
            case null, default -> false;
        };
    }

    /** Ids of the measures that a search's code names: a LOINC code or an id. */
    Set<String> coded(String code) {
        return catalogue.measures().stream()
                .filter(measure -> code.equals(measure.id()) || code.equals(measure.loinc()))
                .map(Measure::id)
                .collect(Collectors.toSet());
    }

    /** The measure whose questionnaire this is. @param canonical its url, alone or with the version as {@code url|1} */
    public Optional<Measure> ofQuestionnaire(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        return asked().filter(
                        measure -> FhirSystems.questionnaireUrl(measure.id()).equals(url))
                .filter(measure -> bar < 0 || measure.version().equals(canonical.substring(bar + 1)))
                .findFirst();
    }
}
