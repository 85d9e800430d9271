package io.github.throughline.checkin.page;

import io.github.throughline.platform.web.Problem;

/** A link would open nothing. */
final class NoLinkFor extends Problem {

    NoLinkFor() {
        super(
                422,
                "NO_LINK_FOR",
                "a link is for the patient of an open episode, or for a caregiver of its care team whom the patient permits"
                        + " to see outcomes",
                "caregiver");
    }
}
