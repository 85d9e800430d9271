/** Tests of the signed plan. Not here: what plan-service does with it. */
@NullMarked
package io.github.throughline.signedplan;

import org.jspecify.annotations.NullMarked;
