package io.github.throughline.plan.fhir;

import io.github.throughline.plan.careplan.SignedPlanReading;
import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The care teams of episodes whose plan the caller may read. */
@RestController
@RequestMapping("/fhir/CareTeam")
class CareTeamController {

    static final Set<String> SEARCHES = Set.of("patient", "subject", "_lastUpdated");

    private final SignedPlanReading reading;

    CareTeamController(SignedPlanReading reading) {
        this.reading = reading;
    }

    @GetMapping("/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> team(@PathVariable String id, Caller caller) {
        return HttpFhir.one(reading.episodes(null, caller).stream().map(FhirCareTeams::of), id);
    }

    @GetMapping
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> teams(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, SEARCHES);
        var found = reading.episodes(search.thePatient(), caller).stream().map(FhirCareTeams::of);
        return HttpFhir.page(search, search.page(found));
    }
}
