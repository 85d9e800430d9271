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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One version of a plan: shown, changed while a draft, signed. The ETag is its revision. */
@RestController
@RequestMapping("/episodes/{episodeId}/plans/{planId}/versions/{version}")
class PlanVersionController {

    /** @param effectiveFrom null: now */
    record SignatureRequest(@Nullable Instant effectiveFrom) {}

    private final PlanDrafting drafting;
    private final PlanSigning signing;
    private final PlanReading reading;
    private final MeasureCatalogue catalogue;

    PlanVersionController(PlanDrafting drafting, PlanSigning signing, PlanReading reading, MeasureCatalogue catalogue) {
        this.drafting = drafting;
        this.signing = signing;
        this.reading = reading;
        this.catalogue = catalogue;
    }

    @GetMapping
    @Allow(
            value = {},
            to = EPISODE)
    public ResponseEntity<PlanVersionView> one(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            Caller caller) {
        return answer(planId, reading.version(new PlanVersionId(episodeId, planId, version), caller));
    }

    /** The exact bytes that were signed; their signature is a detached JWS in the header Plan-Signature. */
    @GetMapping("/content")
    @Allow(
            value = {},
            to = EPISODE)
    public ResponseEntity<byte[]> content(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            Caller caller) {
        PlanVersion found = reading.version(new PlanVersionId(episodeId, planId, version), caller);
        if (!(found instanceof PlanVersion.Signed signed)) {
            throw new PlanRefused.NotSigned();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Plan-Signature", signed.content().signature())
                .body(signed.content().bytes());
    }

    /** Changes a draft; If-Match names the revision that was read. */
    @PutMapping
    @Allow(
            value = {PHYSICIAN, THERAPIST, COORDINATOR, CLINICAL_LEAD},
            to = EPISODE)
    public ResponseEntity<PlanVersionView> change(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            @Valid @RequestBody PlanRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var which = new PlanVersionId(episodeId, planId, version);
        return answer(planId, drafting.change(which, caller, request, ifMatch).version(version));
    }

    /** Throws a draft away; If-Match names the revision that was read. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(
            value = {PHYSICIAN, THERAPIST, COORDINATOR, CLINICAL_LEAD},
            to = EPISODE)
    public void discard(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        drafting.discard(new PlanVersionId(episodeId, planId, version), caller, ifMatch);
    }

    /** Signs a draft; If-Match names the revision that was seen. From then on it is in force and never changes. */
    @PostMapping("/signature")
    @Allow(value = PHYSICIAN, to = EPISODE)
    public ResponseEntity<PlanVersionView> sign(
            @PathVariable EpisodeId episodeId,
            @PathVariable CarePlanId planId,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable SignatureRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var which = new PlanVersionId(episodeId, planId, version);
        Instant effectiveFrom = request == null ? null : request.effectiveFrom();
        return answer(
                planId, signing.sign(which, caller, effectiveFrom, ifMatch).version(version));
    }

    private ResponseEntity<PlanVersionView> answer(CarePlanId planId, PlanVersion version) {
        return ResponseEntity.ok()
                .eTag(VersionTag.of(version.revision()))
                .body(PlanVersionView.of(planId, version, catalogue));
    }
}
