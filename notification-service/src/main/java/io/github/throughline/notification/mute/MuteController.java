package io.github.throughline.notification.mute;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;

import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mutes, of the patient of an escalation. */
@RestController
class MuteController {

    /** @param onlyThisKind whether other kinds of stall of the patient are told all the same; null: they are not */
    record Request(
            @Nullable Boolean onlyThisKind,
            @NotNull Instant until,
            @NotBlank @Size(max = Mute.LONGEST_REASON) String reason) {}

    private final Muting muting;
    private final JdbcMutes mutes;
    private final Escalations escalations;

    MuteController(Muting muting, JdbcMutes mutes, Escalations escalations) {
        this.muting = muting;
        this.mutes = mutes;
        this.escalations = escalations;
    }

    @PostMapping("/escalations/{escalationId}/mutes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {COORDINATOR, CLINICAL_LEAD},
            to = RELATED)
    public Mute mute(@PathVariable UUID escalationId, @Valid @RequestBody Request request, Caller caller) {
        Instant until = request.until().truncatedTo(ChronoUnit.MILLIS);
        return muting.mute(
                caller,
                escalationId,
                new Muting.Choice(Boolean.TRUE.equals(request.onlyThisKind()), until, request.reason()));
    }

    /** Everybody's, those that are over too. */
    @GetMapping("/escalations/{escalationId}/mutes")
    @Allow(
            value = {COORDINATOR, CLINICAL_LEAD},
            to = RELATED)
    public List<Mute> of(@PathVariable UUID escalationId, Caller caller) {
        return mutes.of(escalations.seenBy(caller, escalationId).escalation().episodeId());
    }

    @DeleteMapping("/escalations/{escalationId}/mutes/{muteId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(
            value = {COORDINATOR, CLINICAL_LEAD},
            to = RELATED)
    public void end(@PathVariable UUID escalationId, @PathVariable UUID muteId, Caller caller) {
        escalations.seenBy(caller, escalationId);
        muting.end(caller, muteId);
    }
}
