package io.github.throughline.checkin.page;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.TextPack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A patient's own readings of one measure.
 *
 * @param title what the patient knows it by
 * @param minimum lowest total of the measure
 * @param maximum highest
 * @param points in the order of time
 */
record Trend(String title, double minimum, double maximum, List<Point> points) {

    /** @param day as people of the language write it */
    record Point(Instant at, String day, double value) {}

    /** @param value in points of the measure */
    record Value(String measure, Instant at, double value) {}

    static List<Trend> of(List<Value> values, TextPack pack, MeasureCatalogue catalogue, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(pack.language())
                .withZone(zone);
        Map<String, List<Point>> points = new LinkedHashMap<>();
        values.forEach(value -> points.computeIfAbsent(value.measure(), measure -> new ArrayList<>())
                .add(new Point(value.at(), day.format(value.at()), value.value())));
        var trends = new ArrayList<Trend>();
        points.forEach((id, all) -> catalogue.measure(id).ifPresent(measure -> trends.add(trend(measure, pack, all))));
        return trends;
    }

    private static Trend trend(Measure measure, TextPack pack, List<Point> points) {
        var wording = pack.measures().get(measure.id());
        return new Trend(
                wording == null ? measure.name() : wording.title(),
                measure.minimum().doubleValue(),
                measure.maximum().doubleValue(),
                points);
    }
}
