package io.github.throughline.notification.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The versions by which something is routed, read once each: a version never changes. */
@Component
class PoliciesInUse {

    private final RoutingPolicies policies;
    private final Map<Integer, RoutingPolicy> read = new ConcurrentHashMap<>();

    PoliciesInUse(RoutingPolicies policies) {
        this.policies = policies;
    }

    /** Number of the version by which what begins now is routed. */
    int newest() {
        PolicyVersion current = policies.current();
        read.computeIfAbsent(current.number(), number -> current.policy());
        return current.number();
    }

    RoutingPolicy version(int number) {
        return read.computeIfAbsent(number, unread -> policies.version(unread).policy());
    }
}
