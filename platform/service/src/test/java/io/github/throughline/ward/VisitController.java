package io.github.throughline.ward;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitController {

    record NewVisit(@NotNull UUID patientId, @Max(9) int ward) {}

    private final Visits visits;

    VisitController(Visits visits) {
        this.visits = visits;
    }

    @PostMapping("/visits")
    @Allow(value = Role.COORDINATOR, to = Allow.To.NO_PATIENT_DATA)
    ResponseEntity<NewVisit> make(@Valid @RequestBody NewVisit visit) {
        UUID id = visits.make(visit.patientId(), visit.ward(), visit.ward() < 0);
        return ResponseEntity.created(URI.create("/visits/" + id)).eTag("1").body(visit);
    }

    @GetMapping("/episodes/{episodeId}/visits")
    @Allow(
            value = {Role.COORDINATOR, Role.PATIENT, Role.SERVICE},
            to = Allow.To.EPISODE)
    String ofEpisode(@PathVariable UUID episodeId, Caller caller) {
        return caller.subject();
    }

    @GetMapping("/unguarded")
    String unguarded() {
        return "never";
    }

    @GetMapping("/.well-known/ward")
    @Allow(
            value = {},
            to = Allow.To.PUBLIC)
    String open() {
        return "open";
    }
}
