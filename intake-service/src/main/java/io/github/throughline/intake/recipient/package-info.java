/** Address and consent of one member of a care team, answered together at the moment of sending. The sending is notification-service's. */
@NullMarked
package io.github.throughline.intake.recipient;

import org.jspecify.annotations.NullMarked;
