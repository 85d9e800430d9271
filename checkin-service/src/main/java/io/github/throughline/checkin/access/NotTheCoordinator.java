package io.github.throughline.checkin.access;

import io.github.throughline.platform.web.Problem;

/** Somebody related to the episode asks for what its coordinator alone may do. */
final class NotTheCoordinator extends Problem {

    NotTheCoordinator() {
        super(
                403,
                "NOT_THE_COORDINATOR",
                "only the episode's coordinator corrects what was submitted; tell them what is wrong and why");
    }
}
