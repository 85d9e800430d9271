package io.github.throughline.checkin.reading;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.Scoring;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The measures that readings are taken of. */
@RestController
class MeasureController {

    /**
     * A measure as callers read it; no text of any instrument.
     *
     * @param items empty: only a total is taken
     * @param patientItems whether the patient chooses what the items stand for: the first of them are asked, as many as
     *     the plan names, and all of those are needed
     * @param acceptsTotal whether a total without items is taken
     * @param safetyItems answers that are told at once, whatever the total
     */
    record MeasureView(
            String id,
            String version,
            String name,
            Direction direction,
            BigDecimal minimum,
            BigDecimal maximum,
            List<Measure.Item> items,
            ScoringView scoring,
            boolean patientItems,
            boolean acceptsTotal,
            List<Measure.SafetyItem> safetyItems,
            @Nullable String loinc,
            String recallPeriod,
            String licence) {

        static MeasureView of(Measure measure) {
            return new MeasureView(
                    measure.id(),
                    measure.version(),
                    measure.name(),
                    measure.direction(),
                    measure.minimum(),
                    measure.maximum(),
                    measure.items(),
                    ScoringView.of(measure.scoring()),
                    measure.patientItems(),
                    measure.acceptsTotal(),
                    measure.safetyItems(),
                    measure.loinc(),
                    measure.recallPeriod(),
                    measure.licence());
        }
    }

    /**
     * How a total comes from the items.
     *
     * @param missing what becomes of an item without an answer; null: there are no items
     * @param atLeastAnswered with fewer answers there is no total
     * @param decimals the total is rounded to so many, half up
     */
    record ScoringView(Scoring.Rule rule, Scoring.@Nullable Missing missing, int atLeastAnswered, int decimals) {

        static ScoringView of(Scoring scoring) {
            return new ScoringView(scoring.rule(), scoring.missing(), scoring.atLeastAnswered(), scoring.decimals());
        }
    }

    private final MeasureCatalogue catalogue;

    MeasureController(MeasureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/measures")
    @Allow(
            value = {},
            to = Allow.To.NO_PATIENT_DATA)
    List<MeasureView> measures() {
        return catalogue.measures().stream().map(MeasureView::of).toList();
    }
}
