/** Readings: what somebody gave for a measure, scored once and told. Which check-in a reading answers is schedule's, who a partner's patient is partner's. */
@NullMarked
package io.github.throughline.checkin.reading;

import org.jspecify.annotations.NullMarked;
