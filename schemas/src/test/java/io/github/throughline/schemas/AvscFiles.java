package io.github.throughline.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schema files below a folder, by their path in it. */
final class AvscFiles {

    static final Path CURRENT = Path.of("src/main/avro");
    static final Path RELEASED = Path.of("src/released");

    private AvscFiles() {}

    static Map<Path, Schema> below(Path folder) {
        var schemas = new TreeMap<Path, Schema>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".avsc"))
                    .forEach(file -> schemas.put(folder.relativize(file), parse(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    static Schema parse(String avsc) {
        return new SchemaParser().parse(avsc).mainSchema();
    }

    private static Schema parse(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
