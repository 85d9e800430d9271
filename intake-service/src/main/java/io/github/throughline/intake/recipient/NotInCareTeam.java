package io.github.throughline.intake.recipient;

import io.github.throughline.platform.web.Problem;

/** Nobody of that reference is in the care team any more, or ever was: nothing may be sent. */
final class NotInCareTeam extends Problem {

    NotInCareTeam() {
        super(404, "MEMBER_UNKNOWN", "nobody in the care team has this reference; send them nothing");
    }
}
