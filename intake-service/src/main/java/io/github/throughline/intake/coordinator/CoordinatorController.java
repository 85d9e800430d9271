package io.github.throughline.intake.coordinator;

import static io.github.throughline.platform.security.Allow.To.NO_PATIENT_DATA;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.INTAKE;
import static io.github.throughline.platform.security.Role.OPERATOR;
import static io.github.throughline.platform.security.Role.SERVICE;

import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers coordinators, and says who they are. */
@RestController
@RequestMapping("/coordinators")
class CoordinatorController {

    private final CoordinatorRegistration registration;
    private final Coordinators coordinators;

    CoordinatorController(CoordinatorRegistration registration, Coordinators coordinators) {
        this.registration = registration;
        this.coordinators = coordinators;
    }

    /** Registers a coordinator; an operator replaces a known one, which is how somebody is made inactive. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {INTAKE, OPERATOR},
            to = NO_PATIENT_DATA)
    public Coordinator save(@Valid @RequestBody Coordinator coordinator, Caller caller) {
        registration.register(coordinator, caller);
        return coordinator;
    }

    @GetMapping
    @Allow(
            value = {INTAKE, OPERATOR, COORDINATOR, SERVICE},
            to = NO_PATIENT_DATA)
    public List<Coordinator> all() {
        return coordinators.all();
    }

    @GetMapping("/{reference}")
    @Allow(
            value = {INTAKE, OPERATOR, COORDINATOR, SERVICE},
            to = NO_PATIENT_DATA)
    public Coordinator one(@PathVariable String reference) {
        return coordinators.find(reference).orElseThrow(() -> new UnknownCoordinator(404));
    }
}
