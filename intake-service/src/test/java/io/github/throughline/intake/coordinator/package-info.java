/** Tests. */
@NullMarked
package io.github.throughline.intake.coordinator;

import org.jspecify.annotations.NullMarked;
