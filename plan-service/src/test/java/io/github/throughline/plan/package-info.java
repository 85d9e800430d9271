/** Tests. */
@NullMarked
package io.github.throughline.plan;

import org.jspecify.annotations.NullMarked;
