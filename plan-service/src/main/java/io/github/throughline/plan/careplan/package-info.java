/** A care plan and its versions, from draft to end. Check-ins against it are checkin-service's, stalls the detector's. */
@NullMarked
package io.github.throughline.plan.careplan;

import org.jspecify.annotations.NullMarked;
