package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Ports by name, the same ones as last time wherever they are still free. */
public final class KeptPorts {

    private final Path file;
    private final Properties ports = new Properties();

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
        var kept = ports.getProperty(name);
        if (kept != null && LoopbackPorts.isFree(Integer.parseInt(kept))) {
            return Integer.parseInt(kept);
        }
        return keep(name, another());
    }

    /** Like {@link #port(String)}, with a port to prefer when the name is new. */
    public int port(String name, int preferred) {
        if (ports.getProperty(name) == null && LoopbackPorts.isFree(preferred)) {
            return keep(name, preferred);
        }
        return port(name);
    }

    private int another() {
        var port = LoopbackPorts.free();
        return ports.containsValue(Integer.toString(port)) ? another() : port;
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
}
