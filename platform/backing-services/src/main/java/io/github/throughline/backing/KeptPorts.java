package io.github.throughline.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Ports by name: the usual ones, or the same as last time, wherever they are free. */
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

    /** The preferred port if it is free and nobody else's, so that people find things where they usually are. */
    public int port(String name, int preferred) {
        var usual = Integer.toString(preferred);
        var isMine = usual.equals(ports.getProperty(name)) || !ports.containsValue(usual);
        return isMine && LoopbackPorts.isFree(preferred) ? keep(name, preferred) : port(name);
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
