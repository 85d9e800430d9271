/** The plans as plan-service signed them, kept as a read model. What follows from them is in schedule. */
@NullMarked
package io.github.throughline.checkin.plan;

import org.jspecify.annotations.NullMarked;
