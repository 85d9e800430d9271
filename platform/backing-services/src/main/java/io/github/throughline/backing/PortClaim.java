package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port that is ours, though nobody listens on it yet: no other program of ours takes it between our look and our
 * server's start. It falls with the process that holds it.
 */
final class PortClaim implements AutoCloseable {

    /** One for each user: what others have locked could neither be opened nor cleared away. */
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "throughline-ports-" + System.getProperty("user.name"));

    /** Those of this process. A second look at a locked file would, once closed, drop the first one's lock. */
    private static final Set<Integer> OURS = ConcurrentHashMap.newKeySet();

    private final int port;
    private final FileChannel channel;

    private PortClaim(int port, FileChannel channel) {
        this.port = port;
        this.channel = channel;
    }

    /** Empty: somebody else has it, or listens on it. */
    static Optional<PortClaim> on(int port) {
        if (!OURS.add(port)) {
            return Optional.empty();
        }
        var claim = locked(port);
        if (claim.isEmpty()) {
            OURS.remove(port);
            return claim;
        }
        if (!LoopbackPorts.isFree(port)) {
            claim.get().close();
            return Optional.empty();
        }
        return claim;
    }

    private static Optional<PortClaim> locked(int port) {
        try {
            Files.createDirectories(CLAIMS);
            var file = CLAIMS.resolve(port + ".lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new PortClaim(port, channel));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " can not be claimed", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(port);
        }
    }
}
