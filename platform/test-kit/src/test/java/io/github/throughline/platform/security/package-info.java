/** Classes that break or keep a rule on purpose. */
@NullMarked
package io.github.throughline.platform.security;

import org.jspecify.annotations.NullMarked;
