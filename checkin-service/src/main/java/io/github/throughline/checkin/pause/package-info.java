/** Pauses of an episode's check-ins, e.g. a holiday or a hospital stay. What they mean for windows is schedule's. */
@NullMarked
package io.github.throughline.checkin.pause;

import org.jspecify.annotations.NullMarked;
