package io.github.throughline.notification.routing;

import java.time.Duration;
import java.util.List;

/**
 * One step towards somebody who answers.
 *
 * @param after care time since the step before it; zero for the first
 */
record Step(List<Target> tell, Duration after) {

    Step {
        tell = List.copyOf(tell);
    }
}
