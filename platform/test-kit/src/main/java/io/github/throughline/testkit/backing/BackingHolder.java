package io.github.throughline.testkit.backing;

import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Holds the servers as long as the build that they are for is alive, then ends them and itself. */
final class BackingHolder {

    static final String CONTAINERS = "containers";
    static final String PROCESSES = "processes";

    private static final Duration LOOK = Duration.ofSeconds(1);

    private BackingHolder() {}

    /**
     * Starts the servers and waits for the end of the build.
     *
     * @param arguments what the servers are: containers or processes; the folder to use; pid and start of the build's
     *     process
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Path.of(arguments[1]);
        var owner = new ProcessIdentity(Long.parseLong(arguments[2]), Instant.parse(arguments[3]));
        try (var servers = start(arguments[0], directory)) {
            HolderState.write(directory, servers);
            while (owner.alive().isPresent()) {
                Thread.sleep(LOOK);
            }
        }
        Folders.delete(directory);
    }

    private static HeldServers start(String kind, Path directory) {
        return kind.equals(CONTAINERS) ? ContainerServers.start() : ProcessServers.start(directory);
    }
}
