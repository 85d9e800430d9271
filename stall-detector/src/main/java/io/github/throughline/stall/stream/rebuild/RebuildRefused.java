package io.github.throughline.stall.stream.rebuild;

/** A rebuild that may not begin or go on; the partition that it is about stays as it was. */
final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is in the way, and what to do */
    RebuildRefused(String reason) {
        super(reason);
    }
}
