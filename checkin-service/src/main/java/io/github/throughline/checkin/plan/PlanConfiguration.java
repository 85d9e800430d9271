package io.github.throughline.checkin.plan;

import io.github.throughline.platform.plan.PlanKeyConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which keys plans are checked with. */
@Configuration(proxyBeanMethods = false)
@Import(PlanKeyConfiguration.class)
class PlanConfiguration {}
