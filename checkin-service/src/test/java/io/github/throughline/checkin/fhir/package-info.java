@NullMarked
package io.github.throughline.checkin.fhir;

import org.jspecify.annotations.NullMarked;
