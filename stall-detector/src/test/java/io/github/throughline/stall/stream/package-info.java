/** Tests of the stream: events in, events out. What a stall is is tested in {@code detection}. */
@NullMarked
package io.github.throughline.stall.stream;

import org.jspecify.annotations.NullMarked;
