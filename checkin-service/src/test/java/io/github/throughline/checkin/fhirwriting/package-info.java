@NullMarked
package io.github.throughline.checkin.fhirwriting;

import org.jspecify.annotations.NullMarked;
