package io.github.throughline.checkin.page;

import io.github.throughline.platform.web.Problem;

/** More is to be saved than a form holds. */
final class DraftTooLong extends Problem {

    DraftTooLong() {
        super(413, "DRAFT_TOO_LONG", "a draft has at most 20,000 characters", "content");
    }
}
