package io.github.throughline.checkin.fhir;

import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The measures as questionnaires. */
@RestController
@RequestMapping("/fhir/Questionnaire")
class QuestionnaireController {

    static final Set<String> SEARCHES = Set.of("url", "code", "_lastUpdated");

    private final FhirMeasures measures;

    QuestionnaireController(FhirMeasures measures) {
        this.measures = measures;
    }

    @GetMapping("/{id}")
    @Allow(
            value = {},
            to = Allow.To.NO_PATIENT_DATA)
    ResponseEntity<byte[]> read(@PathVariable String id) {
        return HttpFhir.one(measures.asked().map(FhirQuestionnaires::of), id);
    }

    @GetMapping
    @Allow(
            value = {},
            to = Allow.To.NO_PATIENT_DATA)
    ResponseEntity<byte[]> search(@RequestParam MultiValueMap<String, String> parameters) {
        FhirSearch search = FhirSearch.of(parameters, SEARCHES);
        return HttpFhir.page(
                search,
                search.page(measures.asked()
                        .map(FhirQuestionnaires::of)
                        .filter(questionnaire -> isWanted(search, questionnaire))));
    }

    private static boolean isWanted(FhirSearch search, Questionnaire questionnaire) {
        return search.one("url")
                        .filter(url -> !url.equals(questionnaire.getUrl()))
                        .isEmpty()
                && search.code("code")
                        .filter(code ->
                                questionnaire.getCode().stream().noneMatch(coding -> code.equals(coding.getCode())))
                        .isEmpty();
    }
}
