/** Signed plan versions, their goals, signatures and care teams as FHIR R4 resources, to be read. Drafts are not there, and nothing is written here. */
@NullMarked
package io.github.throughline.plan.fhir;

import org.jspecify.annotations.NullMarked;
