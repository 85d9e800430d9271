package io.github.throughline.stall.stream.rebuild;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is in the way of a rebuild, without a stack trace. */
final class RebuildRefusedAnalyzer extends AbstractFailureAnalyzer<RebuildRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RebuildRefused cause) {
        return new FailureAnalysis("The rebuild did not begin, and nothing was changed.", cause.getMessage(), cause);
    }
}
