package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code run.json} says about a sandbox that runs, or ran.
 *
 * @param supervisor the process that ends all the others
 * @param ready whether everything was started
 * @param console where people sign in
 * @param data the folder of its data and secrets
 * @param components in the order of their start
 */
public record RunFile(ProcessIdentity supervisor, boolean ready, String console, String data, List<Entry> components) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public RunFile {
        components = List.copyOf(components);
    }

    /**
     * One process.
     *
     * @param name of the component
     * @param pid of its process
     * @param startedAt of its process: a pid alone may be another's by now
     * @param ports by what they are for
     * @param url where people and clients find it
     * @param log the file with its output
     */
    public record Entry(String name, long pid, Instant startedAt, Map<String, Integer> ports, String url, String log) {

        public Entry {
            ports = Map.copyOf(ports);
        }

        public ProcessIdentity identity() {
            return new ProcessIdentity(pid, startedAt);
        }
    }

    /** What the file says, if there is one. */
    public static Optional<RunFile> read(Path file) {
        return Files.exists(file) ? Optional.of(JSON.readValue(file, RunFile.class)) : Optional.empty();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
