/** Check-ins and readings: the schedule of the signed plan, what patients, care team and partners answered. Plans are plan-service's, judgements the detector's. */
@NullMarked
package io.github.throughline.checkin;

import org.jspecify.annotations.NullMarked;
