/** What was already consumed, so that an event has its effect once. Reading and decoding is messaging's. */
@NullMarked
package io.github.throughline.platform.inbox;

import org.jspecify.annotations.NullMarked;
