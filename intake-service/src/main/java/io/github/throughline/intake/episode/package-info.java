/** One course of care for one problem: care team, coordinator, consents, from opening to closure. The plan is plan-service's. */
@NullMarked
package io.github.throughline.intake.episode;

import org.jspecify.annotations.NullMarked;
