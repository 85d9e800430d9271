package io.github.throughline.testkit.backing;

import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.Durability;
import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Holds the servers as long as the build that they are for is alive, then ends them and itself. */
final class BackingHolder {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private BackingHolder() {}

    /**
     * Starts the servers and waits for the end of the build.
     *
     * @param arguments the folder to use; pid and start of the build's process
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Path.of(arguments[0]);
        var owner = new ProcessIdentity(Long.parseLong(arguments[1]), Instant.parse(arguments[2]));
        try (var services = BackingServices.in(directory, Durability.PASSING)) {
            services.start();
            HolderState.write(directory, services);
            while (owner.alive().isPresent()) {
                Thread.sleep(LOOK);
            }
        }
        Folders.delete(directory);
    }
}
