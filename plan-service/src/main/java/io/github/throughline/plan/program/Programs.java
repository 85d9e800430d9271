package io.github.throughline.plan.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programs that are known: data, one YAML file a program. */
public final class Programs {

    private static final String FOLDER = "/programs/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Map<String, Program> programs;

    private Programs(Map<String, Program> programs) {
        this.programs = Collections.unmodifiableMap(programs);
    }

    /** The programs that ship with the service. */
    public static Programs standard() {
        var programs = new TreeMap<String, Program>();
        for (String file : new String(resource("programs.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Program program = read(file, resource(file));
            programs.put(program.id(), program);
        }
        return new Programs(programs);
    }

    /**
     * These programs and those of a folder's {@code *.yaml} files, which replace programs of the same id. Plans that are
     * signed stay as they are.
     *
     * @throws InvalidProgram when a file is not a program, or two files define the same one
     */
    public Programs withFolder(Path folder) {
        var all = new TreeMap<>(programs);
        var from = new TreeMap<String, Path>();
        for (Path file : yamlFiles(folder)) {
            Program program = read(file.toString(), bytes(file));
            Path other = from.put(program.id(), file);
            if (other != null) {
                throw new InvalidProgram(file.toString(), "id: " + program.id() + " is also in " + other);
            }
            all.put(program.id(), program);
        }
        return new Programs(all);
    }

    private static Program read(String file, byte[] yaml) {
        try {
            return YAML.readValue(yaml, Program.class);
        } catch (JacksonException e) {
            throw new InvalidProgram(file, e.getOriginalMessage());
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of programs can not be read: " + folder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Program> program(String id) {
        return Optional.ofNullable(programs.get(id));
    }

    /** All programs, by id. */
    public Collection<Program> programs() {
        return programs.values();
    }

    private static byte[] resource(String name) {
        try (@Nullable InputStream in = Programs.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
