/** Submitting a check-in: answers, side effects, adherence. Scoring is reading's, the state of the check-in schedule's. */
@NullMarked
package io.github.throughline.checkin.submission;

import org.jspecify.annotations.NullMarked;
