package io.github.throughline.plan.fhir;

import io.github.throughline.platform.fhir.FhirPeriod;
import io.github.throughline.platform.fhir.FhirSearch;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed plan versions and their goals. */
@RestController
@RequestMapping("/fhir")
class PlanResourceController {

    static final Set<String> PLAN_SEARCHES = Set.of("patient", "subject", "date", "status", "_lastUpdated");
    static final Set<String> GOAL_SEARCHES =
            Set.of("patient", "subject", "target-date", "lifecycle-status", "_lastUpdated");

    private final FhirPlanResources resources;

    PlanResourceController(FhirPlanResources resources) {
        this.resources = resources;
    }

    @GetMapping("/CarePlan/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> plan(@PathVariable String id, Caller caller) {
        return HttpFhir.one(resources.plans(resources.versions(id, caller)), id);
    }

    @GetMapping("/CarePlan")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> plans(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, PLAN_SEARCHES);
        FhirPeriod date = search.period("date");
        Optional<String> status = search.code("status");
        var found = resources
                .plans(resources.versions(search, caller))
                .filter(plan -> FhirPlans.isOf(plan, date))
                .filter(plan -> status.isEmpty() || plan.getStatus().toCode().equals(status.get()));
        return HttpFhir.page(search, search.page(found));
    }

    @GetMapping("/Goal/{id}")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> goal(@PathVariable String id, Caller caller) {
        String version = id.substring(0, Math.max(id.lastIndexOf('.'), 0));
        return HttpFhir.one(resources.goals(resources.versions(version, caller)), id);
    }

    @GetMapping("/Goal")
    @Allow(
            value = {},
            to = Allow.To.RELATED)
    ResponseEntity<byte[]> goals(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        FhirSearch search = FhirSearch.of(parameters, GOAL_SEARCHES);
        FhirPeriod due = search.period("target-date");
        Optional<String> status = search.code("lifecycle-status");
        var found = resources
                .goals(resources.versions(search, caller))
                .filter(goal -> due.has(FhirGoals.due(goal)))
                .filter(goal ->
                        status.isEmpty() || goal.getLifecycleStatus().toCode().equals(status.get()));
        return HttpFhir.page(search, search.page(found));
    }
}
