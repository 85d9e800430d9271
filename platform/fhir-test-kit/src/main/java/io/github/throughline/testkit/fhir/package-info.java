/** HAPI's validator of FHIR R4, for tests of what services write. */
@NullMarked
package io.github.throughline.testkit.fhir;

import org.jspecify.annotations.NullMarked;
