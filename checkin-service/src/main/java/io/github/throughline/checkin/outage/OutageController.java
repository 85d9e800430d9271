package io.github.throughline.checkin.outage;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outages, for operators. */
@RestController
class OutageController {

    /** @param until first instant after it; both in care time */
    record DeclaredOutage(@NotNull Instant from, @NotNull Instant until) {}

    /** @param cause heartbeat-gap or declared */
    record OutageView(UUID outageId, Instant from, Instant until, String cause) {

        static OutageView of(Outage outage) {
            String cause = outage.cause() == Outage.Cause.DECLARED ? "declared" : "heartbeat-gap";
            return new OutageView(outage.id(), outage.startsAt(), outage.endsAt(), cause);
        }
    }

    private final DeclaringOutage declaring;
    private final Outages outages;

    OutageController(DeclaringOutage declaring, Outages outages) {
        this.declaring = declaring;
        this.outages = outages;
    }

    @PostMapping("/outages")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(value = Role.OPERATOR, to = Allow.To.NO_PATIENT_DATA)
    OutageView declare(@Valid @RequestBody DeclaredOutage outage, Caller caller) {
        return OutageView.of(declaring.declare(
                outage.from().truncatedTo(ChronoUnit.MILLIS),
                outage.until().truncatedTo(ChronoUnit.MILLIS),
                caller.subject()));
    }

    /** Grace that it has given to a check-in already is not taken away. */
    @DeleteMapping("/outages/{outageId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(value = Role.OPERATOR, to = Allow.To.NO_PATIENT_DATA)
    void withdraw(@PathVariable UUID outageId, Caller caller) {
        if (!outages.withdraw(outageId, caller.subject())) {
            throw new OutageNotFound(outageId);
        }
    }

    @GetMapping("/outages")
    @Allow(value = Role.OPERATOR, to = Allow.To.NO_PATIENT_DATA)
    List<OutageView> outages() {
        return outages.all().stream().map(OutageView::of).toList();
    }
}
