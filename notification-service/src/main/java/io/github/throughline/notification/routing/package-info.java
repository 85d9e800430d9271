/**
 * Who takes over when nobody answers: the routing policy, which is data with versions, and where each open escalation
 * stands in it. Who is told of each version of an escalation in any case is in {@code notice}.
 */
@NullMarked
package io.github.throughline.notification.routing;

import org.jspecify.annotations.NullMarked;
