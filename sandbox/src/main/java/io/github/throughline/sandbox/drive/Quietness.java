package io.github.throughline.sandbox.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One look at the whole system.
 *
 * @param services state of each service that lives in care time; a service that did not answer is missing
 * @param silent why a service did not answer, by its name
 * @param lag of the consumer groups
 */
record Quietness(Map<String, ServiceState> services, Map<String, String> silent, ConsumerLag.Lag lag) {

    /** Nothing waits anywhere. One such look is not enough: what left one place may not have reached the next. */
    boolean nothingWaits() {
        return silent.isEmpty()
                && lag.behind().isEmpty()
                && services.values().stream().allMatch(ServiceState::isQuiet);
    }

    /** Whether nothing waited in two looks, and nothing was written between them. */
    boolean confirms(Quietness earlier) {
        return nothingWaits()
                && earlier.nothingWaits()
                && lag.ends().equals(earlier.lag().ends());
    }

    /** What is not quiet, for people. */
    String describe() {
        List<String> parts = new ArrayList<>();
        silent.forEach((service, why) -> parts.add(service + " does not answer (" + why + ")"));
        new TreeMap<>(services).forEach((service, state) -> {
            if (!state.isQuiet()) {
                parts.add(service + ": " + state);
            }
        });
        lag.behind().forEach((what, count) -> parts.add(what + ": " + count));
        return parts.isEmpty() ? "events keep coming" : String.join("; ", parts);
    }
}
