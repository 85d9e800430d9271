package io.github.throughline.platform.fhir;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Import;

/** FHIR for services that say by a {@link FhirCapability} what they speak of it. */
@AutoConfiguration
@ConditionalOnBean(FhirCapability.class)
@Import({FhirCapabilityController.class, HttpOutcomeAdvice.class})
public class FhirConfiguration {}
