package io.github.throughline.checkin.fhir;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.fhir.JdbcRecordedReadings.Wanted;
import io.github.throughline.checkin.reading.RecordId;
import io.github.throughline.platform.fhir.FhirResourceNotFound;
import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Readings as observations, and those with answers as questionnaire responses. */
@RestController
@RequestMapping("/fhir")
class ReadingResourceController {

    static final Set<String> OBSERVATION_SEARCHES =
            Set.of("patient", "subject", "code", "identifier", "date", "_lastUpdated");
    static final Set<String> RESPONSE_SEARCHES =
            Set.of("patient", "subject", "questionnaire", "identifier", "authored", "_lastUpdated");

    private final JdbcRecordedReadings readings;
    private final EpisodeAccess access;
    private final FhirMeasures measures;
    private final FhirObservations observations;

    ReadingResourceController(
            JdbcRecordedReadings readings, EpisodeAccess access, FhirMeasures measures, FhirObservations observations) {
        this.readings = readings;
        this.access = access;
        this.measures = measures;
        this.observations = observations;
    }

    @GetMapping("/Observation/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> observation(@PathVariable String id, Caller caller) {
        return find(id, caller).map(observations::of).map(HttpFhir::ok).orElseThrow(FhirResourceNotFound::new);
    }

    @GetMapping("/Observation")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> observations(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, OBSERVATION_SEARCHES);
        @Nullable Set<String> coded = search.code("code").map(measures::coded).orElse(null);
        var wanted = new Wanted(coded, recordId(search), false, search.period("date"), search.period("_lastUpdated"));
        return HttpFhir.page(
                search,
                search(search, wanted, caller).stream().map(observations::of).toList());
    }

    @GetMapping("/QuestionnaireResponse/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> response(@PathVariable String id, Caller caller) {
        return find(id, caller)
                .filter(Recorded::isAnswered)
                .map(FhirQuestionnaireResponses::of)
                .map(HttpFhir::ok)
                .orElseThrow(FhirResourceNotFound::new);
    }

    @GetMapping("/QuestionnaireResponse")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> responses(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, RESPONSE_SEARCHES);
        @Nullable
        Set<String> answered = search.one("questionnaire")
                .map(url ->
                        measures.ofQuestionnaire(url).map(m -> Set.of(m.id())).orElse(Set.of()))
                .orElse(null);
        var wanted =
                new Wanted(answered, recordId(search), true, search.period("authored"), search.period("_lastUpdated"));
        return HttpFhir.page(
                search,
                search(search, wanted, caller).stream()
                        .map(FhirQuestionnaireResponses::of)
                        .toList());
    }

    /** What no record id can be finds nothing; a database would refuse some of it. */
    private static @Nullable String recordId(FhirSearch search) {
        return search.one("identifier")
                .map(FhirRecordIds::ofToken)
                .map(id -> RecordId.isClean(id) ? id : "")
                .orElse(null);
    }

    private Optional<Recorded> find(String id, Caller caller) {
        try {
            return readings.find(UUID.fromString(id), access.readable(caller, null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Recorded> search(FhirSearch search, Wanted wanted, Caller caller) {
        Set<UUID> readable = access.readable(caller, search.patient().orElse(null));
        return readings.search(wanted, readable, search.after(), search.count() + 1);
    }
}
