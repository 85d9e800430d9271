package io.github.throughline.stall.stream;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.stall.backtest.TermsFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a detector in the shadow tries.
 *
 * @param terms YAML as a backtest takes it, over those that were signed; null: those that were signed, by the rules of
 *     this release
 */
@ConfigurationProperties("throughline.shadow")
record ShadowSettings(@Nullable Path terms) {

    /** @throws io.github.throughline.stall.backtest.UnusableFile when the file can not be used */
    PlanReading reading() {
        if (terms == null) {
            return PlanReading.AS_SIGNED;
        }
        TermsFile file = TermsFile.ofPlans(terms, MeasureCatalogue.standard());
        return (plan, digest) -> file.over(PlanReading.AS_SIGNED.terms(plan, digest));
    }
}
