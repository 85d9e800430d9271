package io.github.throughline.measures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measures that are known: data, one YAML file a measure, checked when it is loaded. */
public final class MeasureCatalogue {

    private static final String INDEX = "measures.txt";

    private final Map<String, Measure> measures;

    private MeasureCatalogue(Map<String, Measure> measures) {
        this.measures = Collections.unmodifiableMap(measures);
    }

    /** The measures that ship with the catalogue. */
    public static MeasureCatalogue standard() {
        var measures = new TreeMap<String, Measure>();
        for (String file :
                new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            Measure measure = MeasureFile.read(file, resource(file));
            measures.put(measure.id(), measure);
        }
        return new MeasureCatalogue(measures);
    }

    /**
     * This catalogue and the measures of a folder's {@code *.yaml} files; they replace measures of the same id.
     *
     * @throws InvalidMeasure when a file is not a measure, or two files define the same one
     */
    public MeasureCatalogue withFolder(Path folder) {
        var all = new TreeMap<>(measures);
        var from = new TreeMap<String, Path>();
        for (Path file : yamlFiles(folder)) {
            Measure measure = MeasureFile.read(file.toString(), bytes(file));
            @Nullable Path other = from.put(measure.id(), file);
            if (other != null) {
                throw new InvalidMeasure(file.toString(), List.of("id: " + measure.id() + " is also in " + other));
            }
            all.put(measure.id(), measure);
        }
        return new MeasureCatalogue(all);
    }

    public Optional<Measure> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /** All measures, by id. */
    public Collection<Measure> measures() {
        return measures.values();
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of measures can not be read: " + folder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (@Nullable InputStream in = MeasureCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
