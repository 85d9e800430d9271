/** Tests. */
@NullMarked
package io.github.throughline.intake.episode;

import org.jspecify.annotations.NullMarked;
