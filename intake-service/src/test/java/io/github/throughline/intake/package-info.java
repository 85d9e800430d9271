/** Tests. */
@NullMarked
package io.github.throughline.intake;

import org.jspecify.annotations.NullMarked;
