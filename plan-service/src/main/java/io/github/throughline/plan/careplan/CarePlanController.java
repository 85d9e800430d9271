package io.github.throughline.plan.careplan;

import static io.github.throughline.platform.security.Allow.To.EPISODE;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.PHYSICIAN;
import static io.github.throughline.platform.security.Role.THERAPIST;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.web.VersionTag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plans of an episode: drafted, shown, paused and ended. Their versions are at {@link PlanVersionController}. */
@RestController
@RequestMapping("/episodes/{episodeId}/plans")
class CarePlanController {

    record PlanView(CarePlanId planId, @Nullable Integer versionInForce, boolean ended, List<VersionLine> versions) {

        static PlanView of(CarePlan plan) {
            return new PlanView(
                    plan.id(),
                    plan.current().map(PlanVersion::number).orElse(null),
                    plan.isEnded(),
                    plan.versions().stream().map(VersionLine::of).toList());
        }
    }

    record VersionLine(
            int version,
            String state,
            int revision,
            @Nullable Instant since,
            @Nullable UUID escalationId) {

        static VersionLine of(PlanVersion version) {
            return switch (version) {
                case PlanVersion.Draft d -> new VersionLine(d.number(), "DRAFT", d.revision(), null, d.escalationId());
                case PlanVersion.Signed s ->
                    new VersionLine(s.number(), s.state().name(), s.revision(), s.since(), s.escalationId());
            };
        }
    }

    record MovementRequest(@Nullable Instant occurredAt) {}

    private final PlanDrafting drafting;
    private final PlanCourse course;
    private final PlanReading reading;
    private final MeasureCatalogue catalogue;

    CarePlanController(PlanDrafting drafting, PlanCourse course, PlanReading reading, MeasureCatalogue catalogue) {
        this.drafting = drafting;
        this.course = course;
        this.reading = reading;
        this.catalogue = catalogue;
    }

    @GetMapping
    @Allow(
            value = {},
            to = EPISODE)
    public List<PlanView> all(@PathVariable EpisodeId episodeId, Caller caller) {
        return reading.plans(episodeId, caller).stream().map(PlanView::of).toList();
    }

    /** Drafts the first version of the episode's plan. */
    @PostMapping
    @Allow(
            value = {PHYSICIAN, THERAPIST, COORDINATOR, CLINICAL_LEAD},
            to = EPISODE)
    public ResponseEntity<PlanVersionView> draft(
            @PathVariable EpisodeId episodeId,
            @Valid @RequestBody(required = false) @Nullable PlanRequest request,
            Caller caller) {
        return drafted(drafting.draft(episodeId, caller, request == null ? PlanRequest.NOTHING : request));
    }

    /** Drafts the next version from the one in force. */
    @PostMapping("/{planId}/versions")
    @Allow(
            value = {PHYSICIAN, THERAPIST, COORDINATOR, CLINICAL_LEAD},
            to = EPISODE)
    public ResponseEntity<PlanVersionView> draftNext(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @Valid @RequestBody(required = false) @Nullable PlanRequest request,
            Caller caller) {
        return drafted(drafting.draftNext(episodeId, planId, caller, request == null ? PlanRequest.NOTHING : request));
    }

    @PostMapping("/{planId}/pause")
    @Allow(
            value = {PHYSICIAN, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<PlanView> pause(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestBody(required = false) @Nullable MovementRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return moved(course.pause(wish(episodeId, planId, caller, request, ifMatch)));
    }

    @PostMapping("/{planId}/resumption")
    @Allow(
            value = {PHYSICIAN, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<PlanView> resume(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestBody(required = false) @Nullable MovementRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return moved(course.resume(wish(episodeId, planId, caller, request, ifMatch)));
    }

    @PostMapping("/{planId}/completion")
    @Allow(value = PHYSICIAN, to = EPISODE)
    public ResponseEntity<PlanView> complete(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestBody(required = false) @Nullable MovementRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return moved(course.complete(wish(episodeId, planId, caller, request, ifMatch)));
    }

    @PostMapping("/{planId}/stop")
    @Allow(value = PHYSICIAN, to = EPISODE)
    public ResponseEntity<PlanView> stop(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @RequestBody(required = false) @Nullable MovementRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return moved(course.stop(wish(episodeId, planId, caller, request, ifMatch)));
    }

    private static PlanCourse.Wish wish(
            EpisodeId episodeId,
            CarePlanId planId,
            Caller caller,
            @Nullable MovementRequest request,
            @Nullable String ifMatch) {
        return new PlanCourse.Wish(episodeId, planId, caller, request == null ? null : request.occurredAt(), ifMatch);
    }

    private ResponseEntity<PlanVersionView> drafted(CarePlan plan) {
        PlanVersion.Draft draft = plan.draft().orElseThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(VersionTag.of(draft.revision()))
                .body(PlanVersionView.of(plan.id(), draft, catalogue));
    }

    private static ResponseEntity<PlanView> moved(CarePlan plan) {
        return ResponseEntity.ok()
                .eTag(VersionTag.of(plan.latestSigned().revision()))
                .body(PlanView.of(plan));
    }
}
