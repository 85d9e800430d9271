@NullMarked
package io.github.throughline.plan.progress;

import org.jspecify.annotations.NullMarked;
