package io.github.throughline.intake.episode;

import static io.github.throughline.platform.security.Allow.To.EPISODE;
import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.INTAKE;
import static io.github.throughline.platform.security.Role.PATIENT;

import io.github.throughline.intake.episode.EpisodeChanging.Wish;
import io.github.throughline.intake.episode.EpisodeRequest.ConsentRequest;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.web.VersionTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens, changes, closes and shows episodes. The ETag is the version; changes take it as If-Match, and those that replace
 * a list need it.
 */
@RestController
@RequestMapping("/episodes")
class EpisodeController {

    record CareTeamRequest(
            @NotNull @Size(max = EpisodeRequest.MOST_MEMBERS)
            List<@Valid @NotNull Member> careTeam) {}

    record ConsentsRequest(
            @NotNull @Size(max = EpisodeRequest.MOST_CONSENTS)
            List<@Valid @NotNull ConsentRequest> consents) {}

    record CoordinatorRequest(@NotNull String coordinator) {}

    record TimeZoneRequest(@NotNull String timeZone) {}

    record ClosureRequest(
            Episode.@Nullable ClosedFor reason, @Nullable Instant occurredAt) {}

    private final EpisodeOpening opening;
    private final EpisodeChanging changing;
    private final EpisodeReading reading;

    EpisodeController(EpisodeOpening opening, EpisodeChanging changing, EpisodeReading reading) {
        this.opening = opening;
        this.changing = changing;
        this.reading = reading;
    }

    @PostMapping
    @Allow(value = INTAKE, to = RELATED)
    public ResponseEntity<ChangedView> open(@Valid @RequestBody EpisodeRequest request, Caller caller) {
        KeptEpisode kept = opening.open(request, caller);
        return ResponseEntity.created(URI.create("/episodes/" + kept.episode().id()))
                .eTag(VersionTag.of(kept.episode().version()))
                .body(ChangedView.of(kept));
    }

    @GetMapping("/{episodeId}")
    @Allow(
            value = {},
            to = EPISODE)
    public ResponseEntity<EpisodeView> one(@PathVariable EpisodeId episodeId, Caller caller) {
        Episode episode = reading.episode(episodeId, caller);
        return ResponseEntity.ok().eTag(VersionTag.of(episode.version())).body(EpisodeView.of(episode));
    }

    @PutMapping("/{episodeId}/care-team")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<ChangedView> changeCareTeam(
            @PathVariable EpisodeId episodeId,
            @Valid @RequestBody CareTeamRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(changing.changeCareTeam(new Wish(episodeId, caller, ifMatch), request.careTeam()));
    }

    @PutMapping("/{episodeId}/consents")
    @Allow(
            value = {INTAKE, COORDINATOR, PATIENT},
            to = EPISODE)
    public ResponseEntity<ChangedView> changeConsents(
            @PathVariable EpisodeId episodeId,
            @Valid @RequestBody ConsentsRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(changing.changeConsents(new Wish(episodeId, caller, ifMatch), request.consents()));
    }

    @PutMapping("/{episodeId}/coordinator")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<ChangedView> handOver(
            @PathVariable EpisodeId episodeId,
            @Valid @RequestBody CoordinatorRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(changing.handOver(new Wish(episodeId, caller, ifMatch), request.coordinator()));
    }

    @PutMapping("/{episodeId}/time-zone")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<ChangedView> changeTimeZone(
            @PathVariable EpisodeId episodeId,
            @Valid @RequestBody TimeZoneRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(changing.changeTimeZone(new Wish(episodeId, caller, ifMatch), request.timeZone()));
    }

    @PostMapping("/{episodeId}/closure")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = EPISODE)
    public ResponseEntity<ChangedView> close(
            @PathVariable EpisodeId episodeId,
            @RequestBody(required = false) @Nullable ClosureRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Episode.ClosedFor reason = request == null ? null : request.reason();
        return changed(changing.close(
                new Wish(episodeId, caller, ifMatch),
                reason == null ? Episode.ClosedFor.OTHER : reason,
                request == null ? null : request.occurredAt()));
    }

    private static ResponseEntity<ChangedView> changed(KeptEpisode kept) {
        return ResponseEntity.ok().eTag(VersionTag.of(kept.episode().version())).body(ChangedView.of(kept));
    }
}
