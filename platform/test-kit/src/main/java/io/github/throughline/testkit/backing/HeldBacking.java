package io.github.throughline.testkit.backing;

import io.github.throughline.backing.ChildProcess;
import io.github.throughline.backing.ProcessIdentity;
import io.github.throughline.backing.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The servers that a process of their own holds for all test processes of one build: Maven gives each module's tests a
 * new process, and starting the servers anew for each would cost more than the tests.
 */
final class HeldBacking {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private HeldBacking() {}

    /** Finds the holder that an earlier test process of this build started, or starts it. */
    static TestBacking attach() {
        var folder = ProjectFolder.locate().resolve("target").resolve("backing-services");
        var owner = BuildProcess.find();
        try {
            Files.createDirectories(folder);
            try (var lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var ignored = lock.lock()) {
                removeLeftovers(folder);
                var mine = folder.resolve("of-" + owner.pid());
                return HolderState.read(mine)
                        .orElseGet(() -> startHolder(mine, owner))
                        .backing();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HolderState startHolder(Path directory, ProcessIdentity owner) {
        var command = List.of(
                ChildProcess.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dthroughline.home=" + ProjectFolder.locate(),
                "-cp",
                System.getProperty("java.class.path"),
                BackingHolder.class.getName(),
                ContainerServers.areWanted() ? BackingHolder.CONTAINERS : BackingHolder.PROCESSES,
                directory.toString(),
                Long.toString(owner.pid()),
                owner.startedAt().toString());
        var holder = ChildProcess.start(
                new ChildProcess.Launch("holder of the backing services", command, directory.resolve("holder.log")));
        holder.awaitReady(() -> HolderState.read(directory).isPresent(), PATIENCE);
        return HolderState.read(directory).orElseThrow();
    }

    /** A holder that was killed could not clean up behind itself. */
    static void removeLeftovers(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            for (var directory : all.filter(Files::isDirectory).toList()) {
                if (!HolderState.isHeld(directory)) {
                    HolderState.endProcesses(directory);
                    Folders.delete(directory);
                }
            }
        }
    }
}
