/** Tests. */
@NullMarked
package io.github.throughline.plan.program;

import org.jspecify.annotations.NullMarked;
