package io.github.throughline.notification.decision;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.PHYSICIAN;
import static io.github.throughline.platform.security.Role.THERAPIST;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes decisions from clinicians, and from coordinators who name the clinician. */
@RestController
class DecisionController {

    record Request(
            @NotNull DecisionKind kind,
            @Size(max = 255) @Nullable String decidedBy,
            @Nullable String note) {}

    private final Deciding deciding;

    DecisionController(Deciding deciding) {
        this.deciding = deciding;
    }

    @PostMapping("/escalations/{escalationId}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public Decision decide(@PathVariable UUID escalationId, @Valid @RequestBody Request request, Caller caller) {
        return deciding.decide(
                caller, escalationId, new Deciding.Answer(request.kind(), request.decidedBy(), request.note()));
    }
}
