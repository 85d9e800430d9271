package io.github.throughline.checkin.page;

import io.github.throughline.platform.web.Problem;

/** A link that opens nothing, any more or ever. */
final class LinkGone extends Problem {

    LinkGone() {
        super(410, "LINK_GONE", "the link has expired or is not yours any more; the care team sends you a new one");
    }
}
