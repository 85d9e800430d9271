package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Ports by name: the usual ones, or the same as last time, wherever they are free. They are ours until we are closed,
 * whether or not somebody listens on them yet.
 */
public final class KeptPorts implements AutoCloseable {

    private final Path file;
    private final Properties ports = new Properties();
    private final Map<Integer, PortClaim> claims = new HashMap<>();

    private KeptPorts(Path file) {
        this.file = file;
    }

    /** Those that are written in the file, and new ones, which get written there. */
    public static KeptPorts in(Path file) {
        var kept = new KeptPorts(file);
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.ports.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    /** The port of that name; never one that already has another name. */
    public int port(String name) {
        return Optional.ofNullable(ports.getProperty(name))
                .map(Integer::valueOf)
                .filter(this::isOurs)
                .orElseGet(() -> keep(name, another()));
    }

    /** The preferred port if it is free and nobody else's, so that people find things where they usually are. */
    public int port(String name, int preferred) {
        var usual = Integer.toString(preferred);
        var isMine = usual.equals(ports.getProperty(name)) || !ports.containsValue(usual);
        return isMine && isOurs(preferred) ? keep(name, preferred) : port(name);
    }

    private int another() {
        while (true) {
            var port = LoopbackPorts.free();
            if (!ports.containsValue(Integer.toString(port)) && isOurs(port)) {
                return port;
            }
        }
    }

    private boolean isOurs(int port) {
        if (!claims.containsKey(port)) {
            PortClaim.on(port).ifPresent(claim -> claims.put(port, claim));
        }
        return claims.containsKey(port);
    }

    private int keep(String name, int port) {
        ports.setProperty(name, Integer.toString(port));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(file)) {
                ports.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
    }

    @Override
    public void close() {
        claims.values().forEach(PortClaim::close);
        claims.clear();
    }
}
