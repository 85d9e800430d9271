package io.github.throughline.notification.routing;

import io.github.throughline.platform.web.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A routing policy that can not be used; all of its faults are named. */
final class UnusablePolicy extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * One of its faults.
     *
     * @param place in the policy, e.g. route.routes[0].steps[1].after
     * @param reason what is wrong, or what would be right
     */
    record Fault(String place, String reason) {

        @Override
        public String toString() {
            return place + " " + reason;
        }
    }

    /** @param faults at least one */
    UnusablePolicy(List<Fault> faults) {
        super(
                422,
                "ROUTING_POLICY_UNUSABLE",
                faults.stream().map(Fault::toString).collect(Collectors.joining("; ")),
                faults.getFirst().place());
    }
}
