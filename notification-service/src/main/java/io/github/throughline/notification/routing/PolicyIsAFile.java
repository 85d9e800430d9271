package io.github.throughline.notification.routing;

import io.github.throughline.platform.web.Problem;

/** Where the policy is a file, only the file changes it: at the next start it would be overwritten. */
final class PolicyIsAFile extends Problem {

    private static final long serialVersionUID = 1L;

    PolicyIsAFile() {
        super(
                409,
                "ROUTING_POLICY_IS_A_FILE",
                "this service takes its routing policy from the file of throughline.routing.policy: change that, and"
                        + " restart");
    }
}
