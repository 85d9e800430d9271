/** Starts plan-service. What it does is in the packages below, one for each feature. */
@NullMarked
package io.github.throughline.plan;

import org.jspecify.annotations.NullMarked;
