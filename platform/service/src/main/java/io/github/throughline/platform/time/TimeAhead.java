package io.github.throughline.platform.time;

import io.github.throughline.platform.web.Problem;

/** A client says that something happened in the future. */
public final class TimeAhead extends Problem {

    TimeAhead() {
        super(422, "TIME_AHEAD", "the time is more than five minutes ahead of ours; check the clock that it came from");
    }
}
