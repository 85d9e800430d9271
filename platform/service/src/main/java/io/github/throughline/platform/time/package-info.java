/** Care time, and work that falls due in it. Machine time (backoff, locks, latency) is not here: that is the system's clock. */
@NullMarked
package io.github.throughline.platform.time;

import org.jspecify.annotations.NullMarked;
