/** Tests. */
@NullMarked
package io.github.throughline.plan.signature;

import org.jspecify.annotations.NullMarked;
