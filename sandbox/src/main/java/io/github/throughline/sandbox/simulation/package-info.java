/** People who do not exist: patients with trajectories, coordinators who acknowledge, clinicians who decide, all from one seed. How care time moves is not here, see drive. */
@NullMarked
package io.github.throughline.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
