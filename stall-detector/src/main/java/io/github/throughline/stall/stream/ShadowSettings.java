package io.github.throughline.stall.stream;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.TermsFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a detector in the shadow tries.
 *
 * @param terms YAML as a backtest takes it, over those that were signed; null: those that were signed, by the rules of
 *     this release
 */
@ConfigurationProperties("throughline.shadow")
record ShadowSettings(@Nullable Path terms) {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShadowSettings.class);

    /** @throws io.github.throughline.stall.backtest.UnusableFile when the file can not be used */
    PlanReading reading() {
        if (terms == null) {
            return PlanReading.AS_SIGNED;
        }
        MeasureCatalogue catalogue = MeasureCatalogue.standard();
        TermsFile file = TermsFile.ofPlans(terms, catalogue);
        file.unknown(catalogue)
                .forEach(measure -> LOGGER.atWarn()
                        .addKeyValue("measure", measure)
                        .log("the catalogue does not know this measure; its terms are tried where a plan has it"));
        return (plan, digest) -> file.over(PlanReading.AS_SIGNED.terms(plan, digest));
    }
}
