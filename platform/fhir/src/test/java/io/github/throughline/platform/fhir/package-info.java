@NullMarked
package io.github.throughline.platform.fhir;

import org.jspecify.annotations.NullMarked;
