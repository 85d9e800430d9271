/** Moves care time in all services, and knows when the system is quiet. Who does what at which care time is not here, see simulation and replay. */
@NullMarked
package io.github.throughline.sandbox.drive;

import org.jspecify.annotations.NullMarked;
