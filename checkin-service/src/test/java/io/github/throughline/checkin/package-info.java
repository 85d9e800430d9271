/** The service as a whole, on real servers, and what its tests share. */
@NullMarked
package io.github.throughline.checkin;

import org.jspecify.annotations.NullMarked;
