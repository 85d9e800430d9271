/** Times at which patients could not answer: found by heartbeats or declared by an operator. What they do to a check-in's grace is here, when it is missed is not. */
@NullMarked
package io.github.throughline.checkin.outage;

import org.jspecify.annotations.NullMarked;
