/** The keys that plan signatures are checked with. What a signed plan says, and the check itself, are signed-plan's. */
@NullMarked
package io.github.throughline.platform.plan;

import org.jspecify.annotations.NullMarked;
