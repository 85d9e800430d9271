/** The schedule without servers. */
@NullMarked
package io.github.throughline.checkin.schedule;

import org.jspecify.annotations.NullMarked;
