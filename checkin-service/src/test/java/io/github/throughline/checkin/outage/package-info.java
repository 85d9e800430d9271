/** Outages without servers. */
@NullMarked
package io.github.throughline.checkin.outage;

import org.jspecify.annotations.NullMarked;
