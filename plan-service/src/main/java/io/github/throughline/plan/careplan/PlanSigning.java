package io.github.throughline.plan.careplan;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.CarePlan.Changed;
import io.github.throughline.plan.careplan.PlanVersion.Draft;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.web.VersionTag;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanSigner;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A physician signs a draft: defaults resolved, bytes made once and signed, the version before superseded. */
@Service
public class PlanSigning {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanSigning.class);

    private final CarePlans plans;
    private final Episodes episodes;
    private final Resolution resolution;
    private final PlanSigner signer;
    private final AvroCarePlans events;
    private final CareClock clock;

    PlanSigning(
            CarePlans plans,
            Episodes episodes,
            MeasureCatalogue catalogue,
            PlanSigner signer,
            AvroCarePlans events,
            CareClock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.resolution = new Resolution(catalogue);
        this.signer = signer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param effectiveFrom null: now
     * @param ifMatch the revision that the physician saw: nobody signs what they have not read
     */
    @Transactional
    public CarePlan sign(
            PlanVersionId which, Caller caller, @Nullable Instant effectiveFrom, @Nullable String ifMatch) {
        // The plan first: an episode that closes meanwhile is seen here, or waits for this and then ends the plan.
        Optional<CarePlan> locked = plans.lock(which.episodeId(), which.planId());
        Episode episode = episodes.find(which.episodeId().value())
                .orElseThrow(() -> new EpisodeNotFound(which.episodeId().value()));
        CarePlan plan = locked.orElseThrow(PlanRefused.PlanNotFound::new);
        SigningPolicy.refusal(caller, episode, plan).ifPresent(refusal -> {
            throw refusal;
        });
        Draft draft = plan.requireDraft(which.number());
        VersionTag.require(ifMatch, draft.revision());
        Instant now = clock.now();
        var signature = new Resolution.Signature(
                caller.subject(),
                now,
                SigningPolicy.effectiveFrom(effectiveFrom, now, episode.timeZone(), plan, plans.of(which.episodeId())),
                episode.timeZone());
        PlanContent content = resolution.signedContent(plan, draft.number(), draft.terms(), signature);
        Changed changed = plan.signed(
                draft.number(), SignedContent.sign(content, signer), signature.effectiveFrom(), episode.timeZone());
        plans.save(changed.plan());
        events.publish(changed);
        LOGGER.atInfo()
                .addKeyValue("episodeId", which.episodeId())
                .addKeyValue("planId", which.planId())
                .addKeyValue("planVersion", which.number())
                .log("plan signed");
        return changed.plan();
    }
}
