package io.github.throughline.notification.decision;

import io.github.throughline.platform.web.Problem;

/** The caller is neither a clinician of the care team nor a coordinator. */
public final class MayNotDecide extends Problem {

    MayNotDecide() {
        super(
                403,
                "MAY_NOT_DECIDE",
                "only a clinician of the care team decides, or a coordinator who names the clinician");
    }
}
