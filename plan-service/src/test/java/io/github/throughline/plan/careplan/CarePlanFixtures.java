package io.github.throughline.plan.careplan;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.Resolution.Signature;
import io.github.throughline.plan.program.Programs;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanSigner;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Plans, built through the domain. */
final class CarePlanFixtures {

    static final MeasureCatalogue CATALOGUE = MeasureCatalogue.standard();
    static final Drafting DRAFTING = new Drafting(CATALOGUE);
    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    /** Noon in Zurich. */
    static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    static final ECKey KEY = key();
    static final UUID EPISODE = UUID.randomUUID();
    static final UUID PATIENT = UUID.randomUUID();

    private CarePlanFixtures() {}

    static PlanDraft lowBackPain() {
        return drafted("low-back-pain", PlanRequest.NOTHING);
    }

    static PlanDraft drafted(String program, PlanRequest asked) {
        return DRAFTING.fromProgram(Programs.standard().program(program).orElseThrow(), asked);
    }

    static CarePlan draftedPlan() {
        return CarePlan.drafted(new PatientId(PATIENT), new EpisodeId(EPISODE), lowBackPain());
    }

    static CarePlan signedPlan() {
        return signed(draftedPlan(), NOON);
    }

    /** The plan with its draft signed. */
    static CarePlan signed(CarePlan plan, Instant at) {
        return sign(plan, at).plan();
    }

    static CarePlan.Changed sign(CarePlan plan, Instant at) {
        var draft = plan.draft().orElseThrow();
        var content = content(plan, draft, at);
        return plan.signed(draft.number(), SignedContent.sign(content, new PlanSigner(KEY)), at, ZURICH);
    }

    static PlanContent content(CarePlan plan, PlanVersion.Draft draft, Instant at) {
        return new Resolution(CATALOGUE)
                .content(plan, draft.number(), draft.terms(), new Signature("dr-osei", at, at, ZURICH));
    }

    static Episode episode(Episode.Status status) {
        return episode(
                status,
                new Episode.Member("dr-osei", "physician", false, null),
                new Episode.Member("pt-lee", "therapist", false, null),
                new Episode.Member("pcp-berg", "pcp", false, null));
    }

    static Episode episode(Episode.Status status, Episode.Member... careTeam) {
        return new Episode(
                EPISODE,
                PATIENT,
                status,
                "low-back-pain",
                ZURICH,
                "coordinator-a",
                List.of(careTeam),
                List.of(),
                List.of(),
                1,
                NOON);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
