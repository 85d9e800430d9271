/** Measures and readings as FHIR R4 resources: how they are written, found and handed out. Taking in what others send is fhirwriting's, scoring reading's. */
@NullMarked
package io.github.throughline.checkin.fhir;

import org.jspecify.annotations.NullMarked;
