package io.github.throughline.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Why a command could not be run, for people. */
final class Failure {

    private Failure() {}

    /** The message; with the environment variable {@code THROUGHLINE_TRACE} the stack trace too. */
    static String explain(Throwable failure) {
        if (System.getenv("THROUGHLINE_TRACE") != null) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        var text = new StringBuilder("throughline: ").append(message(failure));
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(System.lineSeparator()).append("  because: ").append(message(cause));
        }
        return text.toString();
    }

    private static String message(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
