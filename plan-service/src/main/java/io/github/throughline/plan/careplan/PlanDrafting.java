package io.github.throughline.plan.careplan;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanVersion.Signed;
import io.github.throughline.plan.program.Program;
import io.github.throughline.plan.program.Programs;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.web.VersionTag;
import io.github.throughline.signedplan.PlanContent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts plans from programs and next versions from signed ones, and changes drafts. */
@Service
public class PlanDrafting {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanDrafting.class);

    /** For goals, and the review, of a plan whose program is no longer offered. */
    private static final int GOAL_WEEKS_WITHOUT_PROGRAM = 12;

    private static final int REVIEW_WEEKS_WITHOUT_PROGRAM = 6;

    private final CarePlans plans;
    private final Episodes episodes;
    private final Programs programs;
    private final Drafting drafting;
    private final CareClock clock;

    PlanDrafting(CarePlans plans, Episodes episodes, Programs programs, MeasureCatalogue catalogue, CareClock clock) {
        this.plans = plans;
        this.episodes = episodes;
        this.programs = programs;
        this.drafting = new Drafting(catalogue);
        this.clock = clock;
    }

    /** Drafts the episode's plan. */
    @Transactional
    public CarePlan draft(EpisodeId episodeId, Caller caller, PlanRequest asked) {
        Episode episode = open(episodeId, caller);
        plans.lockEpisode(episodeId);
        plans.lockGoingOn(episodeId).ifPresent(plan -> {
            throw new PlanRefused.PlanExists(plan.id());
        });
        String programId = asked.program() == null ? episode.program() : asked.program();
        PlanDraft terms = drafting.fromProgram(program(programId), asked);
        CarePlan plan = CarePlan.drafted(new PatientId(episode.patientId()), episodeId, terms);
        plans.save(plan);
        return plan;
    }

    /** Drafts the next version from the one in force. */
    @Transactional
    public CarePlan draftNext(EpisodeId episodeId, CarePlanId id, Caller caller, PlanRequest asked) {
        Episode episode = open(episodeId, caller);
        CarePlan plan = plans.lock(episodeId, id).orElseThrow(PlanRefused.PlanNotFound::new);
        CarePlan drafted = plan.withNextDraft(next(plan.requireCurrent(), episode, asked));
        plans.save(drafted);
        return drafted;
    }

    /** @param ifMatch the revision of the draft that the change was made on */
    @Transactional
    public CarePlan change(PlanVersionId which, Caller caller, PlanRequest asked, @Nullable String ifMatch) {
        open(which.episodeId(), caller);
        CarePlan plan = plans.lock(which.episodeId(), which.planId()).orElseThrow(PlanRefused.PlanNotFound::new);
        PlanVersion.Draft draft = plan.requireDraft(which.number());
        VersionTag.require(ifMatch, draft.revision());
        CarePlan changed = plan.withDraft(which.number(), changed(draft, asked));
        plans.save(changed);
        return changed;
    }

    /** The first version may turn to another program: nothing of it was ever in force. */
    private PlanDraft changed(PlanVersion.Draft draft, PlanRequest asked) {
        String program = asked.program();
        return program == null || program.equals(draft.terms().program()) || draft.number() > 1
                ? drafting.from(draft.terms(), asked)
                : drafting.fromProgram(program(program), asked);
    }

    private Program program(String id) {
        return programs.program(id).orElseThrow(PlanRefused.UnknownProgram::new);
    }

    /**
     * Throws a draft away, and with the only version its plan.
     *
     * @param ifMatch the revision of the draft that was read
     */
    @Transactional
    public void discard(PlanVersionId which, Caller caller, @Nullable String ifMatch) {
        open(which.episodeId(), caller);
        CarePlan plan = plans.lock(which.episodeId(), which.planId()).orElseThrow(PlanRefused.PlanNotFound::new);
        PlanVersion.Draft draft = plan.requireDraft(which.number());
        VersionTag.require(ifMatch, draft.revision());
        plans.discard(plan.id(), draft);
    }

    /**
     * A clinician decided to adjust the plan: its next version lies ready as a draft that names the escalation, the
     * latest of several. Where somebody works on a draft already, that one serves.
     */
    @Transactional
    public void draftForDecision(EpisodeId episodeId, UUID escalationId) {
        Optional<Episode> episode = episodes.find(episodeId.value()).filter(Episode::isOpen);
        Optional<CarePlan> plan = plans.lockGoingOn(episodeId);
        if (episode.isEmpty()
                || plan.flatMap(CarePlan::current).isEmpty()
                || !plan.get().mayDraftNext()) {
            LOGGER.atInfo().addKeyValue("episodeId", episodeId).log("no draft opened for a decision");
            return;
        }
        PlanDraft terms = next(plan.get().requireCurrent(), episode.get(), PlanRequest.NOTHING);
        plans.save(plan.get().withDraftFor(escalationId, terms));
    }

    private PlanDraft next(Signed current, Episode episode, PlanRequest asked) {
        PlanContent signed = current.content().read();
        Optional<Program> program = programs.program(signed.program());
        int goalWeeks = program.map(p -> p.goalWeeks().value()).orElse(GOAL_WEEKS_WITHOUT_PROGRAM);
        int reviewWeeks = program.map(p -> p.reviewWeeks().value()).orElse(REVIEW_WEEKS_WITHOUT_PROGRAM);
        LocalDate today = clock.now().atZone(episode.timeZone()).toLocalDate();
        return drafting.from(PlanDraft.of(signed, goalWeeks, reviewWeeks, today), asked);
    }

    /**
     * Stays open, and is not erased, until the transaction ends. To who does not treat in it the episode does not exist,
     * whatever stands in it.
     */
    private Episode open(EpisodeId episodeId, Caller caller) {
        if (episodes.isErased(episodeId.value())) {
            throw new EpisodeNotFound(episodeId.value());
        }
        Episode episode = episodes.find(episodeId.value())
                .filter(found -> TreatingPolicy.isTreating(caller, found))
                .orElseThrow(() -> new EpisodeNotFound(episodeId.value()));
        if (!episode.isOpen()) {
            throw new PlanRefused.EpisodeClosed();
        }
        return episode;
    }
}
