package io.github.throughline.notification.routing;

import static io.github.throughline.platform.security.Allow.To.NO_PATIENT_DATA;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.OPERATOR;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routing policy, for those who run the clinic. */
@RestController
@RequestMapping("/routing")
class RoutingController {

    private static final int LONGEST = 50_000;

    /** @param document YAML */
    record WrittenDocument(@NotBlank @Size(max = LONGEST) String document) {}

    /** @param document YAML of a policy that is not in force; null: the newest */
    record DryRun(
            @Size(max = LONGEST) @Nullable String document,
            @NotBlank String rule,
            @NotNull Severity severity,
            @NotBlank String program,
            @NotNull Instant at,
            @Nullable String coordinator) {

        Preview.Question question() {
            return new Preview.Question(rule, severity, program, at, coordinator);
        }
    }

    private final RoutingPolicies policies;
    private final RoutingSettings settings;

    RoutingController(RoutingPolicies policies, RoutingSettings settings) {
        this.policies = policies;
        this.settings = settings;
    }

    @GetMapping("/policy")
    @Allow(
            value = {OPERATOR, CLINICAL_LEAD, COORDINATOR},
            to = NO_PATIENT_DATA)
    public PolicyVersion current() {
        return policies.current();
    }

    /** What runs goes on by the version that it began with. */
    @PutMapping("/policy")
    @Transactional
    @Allow(
            value = {OPERATOR, CLINICAL_LEAD},
            to = NO_PATIENT_DATA)
    public PolicyVersion replace(@Valid @RequestBody WrittenDocument written, Caller caller) {
        if (settings.policy() != null) {
            throw new PolicyIsAFile();
        }
        return policies.add(written.document(), caller.subject());
    }

    /** Who would be told, when and why; nobody is. */
    @PostMapping("/dry-run")
    @Allow(
            value = {OPERATOR, CLINICAL_LEAD, COORDINATOR},
            to = NO_PATIENT_DATA)
    public Preview dryRun(@Valid @RequestBody DryRun asked) {
        if (asked.document() != null) {
            return Preview.of(0, PolicyReading.read(asked.document()), asked.question());
        }
        PolicyVersion current = policies.current();
        return Preview.of(current.number(), current.policy(), asked.question());
    }
}
