/** Judging readings without servers. */
@NullMarked
package io.github.throughline.checkin.reading;

import org.jspecify.annotations.NullMarked;
