package io.github.throughline.plan.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programs that are known: data, one YAML file a program. */
public final class Programs {

    private static final String FOLDER = "/programs/";
    private static final YAMLMapper YAML = new YAMLMapper();

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
            Program program = YAML.readValue(resource(file), Program.class);
            programs.put(program.id(), program);
        }
        return new Programs(programs);
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
