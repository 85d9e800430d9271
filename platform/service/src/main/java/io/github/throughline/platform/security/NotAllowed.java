package io.github.throughline.platform.security;

import io.github.throughline.platform.web.Problem;

/** The caller's role does not allow the call. */
public final class NotAllowed extends Problem {

    NotAllowed() {
        super(403, "NOT_ALLOWED", "your role does not allow this; ask the clinic's operator for the role that does");
    }
}
