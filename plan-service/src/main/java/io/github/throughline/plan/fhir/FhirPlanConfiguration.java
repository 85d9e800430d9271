package io.github.throughline.plan.fhir;

import static org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction.READ;
import static org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction.SEARCHTYPE;

import io.github.throughline.platform.fhir.FhirCapability;
import io.github.throughline.platform.fhir.FhirCapability.Supported;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service speaks of FHIR. */
@Configuration(proxyBeanMethods = false)
class FhirPlanConfiguration {

    @Bean
    FhirCapability fhirCapability() {
        return new FhirCapability(
                "plan-service",
                Set.of(),
                List.of(
                        new Supported("CarePlan", List.of(READ, SEARCHTYPE), PlanResourceController.PLAN_SEARCHES),
                        new Supported("Goal", List.of(READ, SEARCHTYPE), PlanResourceController.GOAL_SEARCHES),
                        new Supported("CareTeam", List.of(READ, SEARCHTYPE), CareTeamController.SEARCHES),
                        new Supported("Provenance", List.of(READ, SEARCHTYPE), SignatureResourceController.SEARCHES),
                        new Supported("Binary", List.of(READ), Set.of())));
    }
}
