package io.github.throughline.measures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
                new String(Yaml.resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            Measure measure = MeasureFile.read(file, Yaml.resource(file));
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
        for (Path file : Yaml.filesOf(folder)) {
            Measure measure = MeasureFile.read(file.toString(), Yaml.bytes(file));
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
}
