package io.github.throughline.signedplan;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fixtures: a plan's content and keys to sign it with. */
final class SignedPlans {

    private SignedPlans() {}

    static PlanContent lowBackPainPlan() {
        return new PlanContent(
                PlanContent.FORMAT,
                new UUID(1, 1),
                1,
                new UUID(1, 2),
                new UUID(1, 3),
                "low-back-pain",
                Instant.parse("2026-03-01T00:00:00Z"),
                new CheckinTerms(
                        3,
                        24,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "program low-back-pain"),
                        new AdherenceTerms(3, 50, "program low-back-pain"),
                        "program low-back-pain"),
                4,
                List.of(pain()),
                List.of(new Goal("NPRS", 3, LocalDate.parse("2026-06-30"))),
                List.of(new Activity("home-exercise", "Home exercise", 5)),
                List.of(new PlannedStep(
                        "back-school", PlannedStep.Kind.EDUCATION, "Back school", LocalDate.parse("2026-03-20"))),
                LocalDate.parse("2026-04-12"),
                Map.of("plateau", new NextStep("bring-physician-back", "Review with the physician")),
                "physician-1",
                Instant.parse("2026-02-28T10:00:00.123Z"));
    }

    static PlannedMeasure pain() {
        var plateau = new StallTerms.Plateau(8, 4, 4, percent(30), points(1), 2, "a source");
        var terms = new StallTerms(points(1.77), points(2), plateau, new StallTerms.Regression(2, 1.5, "a source"));
        return new PlannedMeasure(
                "NPRS",
                "1",
                PlannedMeasure.Direction.HIGHER_IS_WORSE,
                1,
                null,
                terms,
                course(),
                List.of("Lift a crate"));
    }

    private static OffTrackTerms course() {
        return new OffTrackTerms(
                List.of(new OffTrackTerms.ExpectedImprovement(6, 35)), percent(30), 2, "program low-back-pain");
    }

    static Threshold points(double value) {
        return new Threshold(value, Threshold.Unit.POINTS, "a source");
    }

    static Threshold percent(double value) {
        return new Threshold(value, Threshold.Unit.PERCENT_OF_BASELINE, "a source");
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
