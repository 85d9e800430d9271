/** What was read and found of a patient, for showing it: readings, verdicts, check-ins. What they mean is the detector's to say. */
@NullMarked
package io.github.throughline.notification.trend;

import org.jspecify.annotations.NullMarked;
