/** Observations and questionnaire responses that others send: read, addressed to an episode, and recorded as any reading is. What is handed out is in fhir. */
@NullMarked
package io.github.throughline.checkin.fhirwriting;

import org.jspecify.annotations.NullMarked;
