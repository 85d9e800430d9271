/** Starts intake-service. What it does is in the packages below, one for each feature. */
@NullMarked
package io.github.throughline.intake;

import org.jspecify.annotations.NullMarked;
