package io.github.throughline.checkin.page;

import io.github.throughline.platform.web.Problem;

/** A code that is not right, has expired, was used or tried too often. */
final class WrongCode extends Problem {

    WrongCode() {
        super(403, "WRONG_CODE", "the code is not right or not valid any more; check it, or ask for a new one", "code");
    }
}
