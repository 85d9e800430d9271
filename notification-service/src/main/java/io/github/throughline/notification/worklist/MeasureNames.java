package io.github.throughline.notification.worklist;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people call measures: short in a line, in full on a page. */
@Component
public class MeasureNames {

    private final MeasureCatalogue catalogue = MeasureCatalogue.standard();
    private final Properties shortNames = load();

    /** E.g. Pain for NPRS; the id where there is no shorter word. */
    public String inShort(String measure) {
        return shortNames.getProperty(measure, measure);
    }

    /** E.g. Numeric pain rating scale (NPRS). */
    public String inFull(String measure) {
        return catalogue
                .measure(measure)
                .map(known -> known.name() + " (" + measure + ")")
                .orElse(measure);
    }

    /** Ends of the measure's scale, in points; null: the measure is not in the catalogue. */
    public @Nullable Range range(String measure) {
        return catalogue.measure(measure).map(MeasureNames::range).orElse(null);
    }

    /** @param maximum in points of the measure */
    public record Range(double minimum, double maximum) {}

    private static Range range(Measure measure) {
        return new Range(measure.minimum().doubleValue(), measure.maximum().doubleValue());
    }

    private static Properties load() {
        var names = new Properties();
        try (@Nullable InputStream in = MeasureNames.class.getResourceAsStream("measure-names.properties")) {
            if (in == null) {
                throw new IllegalStateException("resource measure-names.properties is missing");
            }
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
