package io.github.throughline.checkin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import io.github.throughline.signedplan.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fixtures: what plans say, and a key to sign them with. */
public final class SignedPlans {

    private static final ECKey KEY = key();

    private SignedPlans() {}

    /** The public key as a JWKS. */
    static String keys() {
        return new JWKSet(KEY).toPublicJWKSet().toString();
    }

    static String sign(byte[] content) {
        return new PlanSigner(KEY).sign(content);
    }

    /** Windows of three days with a day of grace; home exercise in the first version, walking in later ones. */
    public static PlanContent plan(UUID planId, int version, Instant effectiveFrom, PlannedMeasure... measures) {
        return plan(planId, new UUID(0, 2), new UUID(0, 3), version, effectiveFrom, measures);
    }

    static PlanContent plan(
            UUID planId,
            UUID patientId,
            UUID episodeId,
            int version,
            Instant effectiveFrom,
            PlannedMeasure... measures) {
        return new PlanContent(
                PlanContent.FORMAT,
                planId,
                version,
                patientId,
                episodeId,
                "low-back-pain",
                effectiveFrom,
                new CheckinTerms(
                        3,
                        24,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "a source"),
                        new AdherenceTerms(3, 50, "a source"),
                        "a source"),
                4,
                List.of(measures),
                List.of(),
                List.of(
                        version == 1
                                ? new Activity("home-exercise", "Home exercise", 5)
                                : new Activity("walking", "Walking", 7)),
                List.of(),
                LocalDate.parse("2030-01-01"),
                Map.of(),
                "physician-1",
                effectiveFrom);
    }

    public static PlannedMeasure every(int weeks, String measure) {
        var points = new Threshold(2, Threshold.Unit.POINTS, "a source");
        var plateau = new StallTerms.Plateau(8, 4, 4, points, points, 2, "a source");
        var terms = new StallTerms(points, points, plateau, new StallTerms.Regression(2, 1.5, "a source"));
        return new PlannedMeasure(
                measure, "1", PlannedMeasure.Direction.HIGHER_IS_WORSE, weeks, null, terms, null, List.of());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
