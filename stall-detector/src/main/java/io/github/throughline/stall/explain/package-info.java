/** An escalation in plain words, and its verdict computed again from the escalation alone. */
@NullMarked
package io.github.throughline.stall.explain;

import org.jspecify.annotations.NullMarked;
