package io.github.throughline.stall.backtest;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Sourced;
import io.github.throughline.signedplan.OffTrackTerms;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import io.github.throughline.stall.detection.MeasureTerms;
import io.github.throughline.stall.detection.PlanTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Terms in place of the catalogue's. What a file leaves out stays as the catalogue has it:
 *
 * <pre>
 * measures:
 *   BDI:
 *     target: 12
 *     measurementError: {value: 9, unit: POINTS, source: our own series}
 *     plateau: {minimumWeeks: 8}
 * </pre>
 */
public final class TermsFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final @Nullable Path file;
    private final JsonNode measures;

    private TermsFile(@Nullable Path file, JsonNode measures) {
        this.file = file;
        this.measures = measures;
    }

    /** @param file null: every measure has the catalogue's terms */
    static TermsFile read(@Nullable Path file, MeasureCatalogue catalogue) {
        return file == null
                ? new TermsFile(null, JsonNodeFactory.instance.objectNode())
                : read(file, id -> catalogue.measure(id).isPresent());
    }

    /**
     * Terms in place of those of plans, which may have measures that the catalogue does not know.
     *
     * @throws UnusableFile when it can not be used
     */
    public static TermsFile ofPlans(Path file, MeasureCatalogue catalogue) {
        TermsFile terms = read(file, measure -> true);
        catalogue.measures().forEach(terms::terms);
        return terms;
    }

    /** Its measures that the catalogue does not know: a site's own, or misspelt. */
    public List<String> unknown(MeasureCatalogue catalogue) {
        return measures.propertyNames().stream()
                .filter(id -> catalogue.measure(id).isEmpty())
                .sorted()
                .toList();
    }

    private static TermsFile read(Path file, Predicate<String> isKnown) {
        try {
            JsonNode measures = YAML.readTree(Files.readAllBytes(file)).path("measures");
            if (!measures.isObject()) {
                throw new UnusableFile(file, "it has no measures", null);
            }
            for (String id : measures.propertyNames()) {
                if (!isKnown.test(id)) {
                    throw new UnusableFile(file, "measure %s is not known".formatted(id), null);
                }
            }
            return new TermsFile(file, measures);
        } catch (IOException | JacksonException e) {
            throw new UnusableFile(file, "it is not readable YAML", e);
        }
    }

    MeasureTerms terms(Measure measure) {
        PlannedMeasure planned = DefaultTerms.plannedMeasure(measure, 1, null);
        Double target = DefaultTerms.target(measure).map(Sourced::value).orElse(null);
        return over(new MeasureTerms(planned, target));
    }

    /** The terms of a plan with those of the file over them. */
    public PlanTerms over(PlanTerms plan) {
        return plan.withMeasures(plan.measures().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, measure -> over(measure.getValue()))));
    }

    private MeasureTerms over(MeasureTerms planned) {
        String measure = planned.measure().measure();
        if (!measures.has(measure)) {
            return planned;
        }
        if (!(measures.get(measure) instanceof ObjectNode own)) {
            throw unusable(measure, "they have no names", null);
        }
        ObjectNode terms = JSON.valueToTree(planned.measure().terms());
        ObjectNode changes = own.deepCopy();
        JsonNode ownTarget = changes.remove("target");
        JsonNode ownCourse = changes.remove("offTrack");
        merge(terms, changes);
        if (ownTarget != null && !ownTarget.isNumber()) {
            throw unusable(measure, "target is not a number", null);
        }
        return new MeasureTerms(
                planned.measure()
                        .watchedBy(
                                stallTerms(measure, terms),
                                ownCourse == null ? planned.measure().offTrack() : course(measure, ownCourse)),
                ownTarget == null ? planned.target() : (Double) ownTarget.asDouble());
    }

    private StallTerms stallTerms(String measure, ObjectNode terms) {
        try {
            StallTerms stall = JSON.treeToValue(terms, StallTerms.class);
            check(measure, stall);
            return stall;
        } catch (JacksonException e) {
            throw unusable(measure, e.getOriginalMessage(), e);
        }
    }

    private OffTrackTerms course(String measure, JsonNode own) {
        try {
            OffTrackTerms course = JSON.treeToValue(own, OffTrackTerms.class);
            atLeast(1, course.expected().size(), "points of offTrack.expected", measure);
            atLeast(1, course.expected().getFirst().week(), "offTrack.expected.week", measure);
            atLeast(1, course.confirmingReadings(), "offTrack.confirmingReadings", measure);
            complete(course.band(), "offTrack.band", measure);
            return course;
        } catch (JacksonException e) {
            throw unusable(measure, "offTrack: " + e.getOriginalMessage(), e);
        }
    }

    /** What a plan could not be signed with, either. */
    private void check(String measure, StallTerms stall) {
        StallTerms.Plateau plateau = stall.plateau();
        if (plateau == null || stall.regression() == null) {
            throw unusable(measure, "plateau and regression must have their terms", null);
        }
        atLeast(1, plateau.minimumWeeks(), "plateau.minimumWeeks", measure);
        atLeast(3, plateau.minimumReadings(), "plateau.minimumReadings", measure);
        atLeast(1, plateau.windowWeeks(), "plateau.windowWeeks", measure);
        atLeast(1, plateau.confirmingReadings(), "plateau.confirmingReadings", measure);
        atLeast(1, stall.regression().confirmingReadings(), "regression.confirmingReadings", measure);
        if (!(stall.regression().muchWorse() >= 1)) {
            throw unusable(measure, "regression.muchWorse must be at least 1", null);
        }
        complete(stall.measurementError(), "measurementError", measure);
        complete(stall.importantChange(), "importantChange", measure);
        complete(plateau.response(), "plateau.response", measure);
        complete(plateau.progress(), "plateau.progress", measure);
    }

    private void atLeast(int least, int number, String name, String measure) {
        if (number < least) {
            throw unusable(measure, "%s must be at least %d".formatted(name, least), null);
        }
    }

    private void complete(@Nullable Threshold threshold, String name, String measure) {
        if (threshold == null || threshold.unit() == null || !(threshold.value() >= 0)) {
            throw unusable(measure, "%s must have a value of at least 0 and a unit".formatted(name), null);
        }
    }

    private UnusableFile unusable(String measure, String reason, @Nullable Throwable cause) {
        return new UnusableFile(file == null ? Path.of("") : file, "terms of %s: %s".formatted(measure, reason), cause);
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (into.get(change.getKey()) instanceof ObjectNode inner && change.getValue() instanceof ObjectNode own) {
                merge(inner, own);
            } else {
                into.set(change.getKey(), change.getValue());
            }
        });
    }
}
