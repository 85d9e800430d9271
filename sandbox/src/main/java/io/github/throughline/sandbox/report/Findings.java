package io.github.throughline.sandbox.report;

import java.util.List;
import java.util.stream.Stream;

/** All that is wrong with a run; empty: nothing was lost, nothing doubled, and all went as arranged. */
record Findings(List<Finding> all) {

    Findings {
        all = List.copyOf(all);
    }

    static Findings in(Evidence evidence) {
        return new Findings(
                Stream.of(ReadingFindings.in(evidence), EscalationFindings.in(evidence), NoticeFindings.in(evidence))
                        .flatMap(part -> part)
                        .toList());
    }

    int count(Finding.Kind kind) {
        return (int) all.stream().filter(finding -> finding.kind() == kind).count();
    }

    List<String> texts() {
        return all.stream().map(Finding::toString).toList();
    }
}
