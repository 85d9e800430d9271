/** Escalations as the detector last told them, and who acknowledged them. Telling people is in {@code notice} and {@code delivery}. */
@NullMarked
package io.github.throughline.notification.escalation;

import org.jspecify.annotations.NullMarked;
