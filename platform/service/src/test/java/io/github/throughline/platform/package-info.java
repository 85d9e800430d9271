@NullMarked
package io.github.throughline.platform;

import org.jspecify.annotations.NullMarked;
