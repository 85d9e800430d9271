package io.github.throughline.checkin.reading;

import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
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
     * @param acceptsTotal whether a total without items is taken
     */
    record MeasureView(
            String id,
            String version,
            String name,
            Direction direction,
            BigDecimal minimum,
            BigDecimal maximum,
            List<Measure.Item> items,
            boolean acceptsTotal,
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
                    measure.acceptsTotal(),
                    measure.loinc(),
                    measure.recallPeriod(),
                    measure.licence());
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
