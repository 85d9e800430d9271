package io.github.throughline.checkin.fhir;

import static org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction.CREATE;
import static org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction.READ;
import static org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction.SEARCHTYPE;

import io.github.throughline.platform.fhir.FhirCapability;
import io.github.throughline.platform.fhir.FhirCapability.Supported;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service speaks of FHIR. */
@Configuration(proxyBeanMethods = false)
class FhirCheckinConfiguration {

    @Bean
    FhirCapability fhirCapability() {
        return new FhirCapability(
                "checkin-service",
                Set.of(SystemRestfulInteraction.TRANSACTION, SystemRestfulInteraction.BATCH),
                List.of(
                        new Supported("Questionnaire", List.of(READ, SEARCHTYPE), QuestionnaireController.SEARCHES),
                        new Supported(
                                "QuestionnaireResponse",
                                List.of(READ, SEARCHTYPE, CREATE),
                                ReadingResourceController.RESPONSE_SEARCHES),
                        new Supported(
                                "Observation",
                                List.of(READ, SEARCHTYPE, CREATE),
                                ReadingResourceController.OBSERVATION_SEARCHES)));
    }
}
