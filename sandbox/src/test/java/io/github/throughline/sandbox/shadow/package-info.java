@NullMarked
package io.github.throughline.sandbox.shadow;

import org.jspecify.annotations.NullMarked;
