package io.github.throughline.testkit.backing;

import io.github.throughline.backing.ProcessIdentity;
import java.util.List;
import java.util.stream.Stream;

/** The process whose tests share one set of servers. */
final class BuildProcess {

    private BuildProcess() {}

    /** The nearest Java process above us, which is Maven; else our parent (an IDE); else we. */
    static ProcessIdentity find() {
        var self = ProcessHandle.current();
        var above = ancestors(self);
        return ProcessIdentity.of(above.stream()
                .filter(BuildProcess::isJava)
                .findFirst()
                .orElseGet(() -> above.isEmpty() ? self : above.getFirst()));
    }

    private static List<ProcessHandle> ancestors(ProcessHandle process) {
        return Stream.iterate(
                        process.parent(),
                        parent -> parent.isPresent(),
                        parent -> parent.get().parent())
                .map(parent -> parent.orElseThrow())
                .toList();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/java") || command.endsWith("\\java.exe"))
                .isPresent();
    }
}
