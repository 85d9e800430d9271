/** Starting, watching and ending every process of the sandbox. What patients do in it is not here. */
@NullMarked
package io.github.throughline.sandbox.stack;

import org.jspecify.annotations.NullMarked;
