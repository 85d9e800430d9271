/** Tests. */
@NullMarked
package io.github.throughline.plan.careplan;

import org.jspecify.annotations.NullMarked;
