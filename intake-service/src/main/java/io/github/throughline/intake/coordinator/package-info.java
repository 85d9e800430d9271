/** The coordinators, and which of them takes an episode. Escalations reach them through notification-service. */
@NullMarked
package io.github.throughline.intake.coordinator;

import org.jspecify.annotations.NullMarked;
