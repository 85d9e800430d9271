package io.github.throughline.sandbox.cli;

/** What the exit status says. */
final class ExitCodes {

    static final int WELL = 0;
    static final int NOT_RUN = 1;
    static final int WRONG_USAGE = 2;
    static final int LOST_OR_DIFFERENT = 3;
    static final int UNUSABLE_LINES = 4;

    private ExitCodes() {}
}
