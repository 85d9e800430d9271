package io.github.throughline.notification.worklist;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.PHYSICIAN;
import static io.github.throughline.platform.security.Role.SERVICE;
import static io.github.throughline.platform.security.Role.THERAPIST;

import io.github.throughline.notification.escalation.Acknowledging;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Escalations for coordinators and clinicians: worst first, mine by default. */
@RestController
@RequestMapping("/escalations")
class WorklistController {

    private static final int LONGEST_LIST = 500;

    private final Worklist worklist;
    private final Acknowledging acknowledging;
    private final Notices notices;

    WorklistController(Worklist worklist, Acknowledging acknowledging, Notices notices) {
        this.worklist = worklist;
        this.acknowledging = acknowledging;
        this.notices = notices;
    }

    @GetMapping
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD, SERVICE},
            to = RELATED)
    public List<EscalationView> list(
            @RequestParam(defaultValue = "open") Escalations.Listed state,
            @RequestParam(defaultValue = "mine") Escalations.Whose whose,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "false") boolean unheld,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        var part = new Escalations.Part(Math.max(from, 0), Math.clamp(limit, 1, LONGEST_LIST));
        return worklist.list(caller, new Escalations.Selection(whose, state, severity, rule, unheld), part);
    }

    @GetMapping("/{escalationId}")
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD, SERVICE},
            to = RELATED)
    public EscalationView one(@PathVariable UUID escalationId, Caller caller) {
        return worklist.one(caller, escalationId);
    }

    @PostMapping("/{escalationId}/acknowledgement")
    @Allow(value = COORDINATOR, to = RELATED)
    public EscalationView acknowledge(@PathVariable UUID escalationId, Caller caller) {
        acknowledging.acknowledge(caller, escalationId);
        return worklist.one(caller, escalationId);
    }

    @GetMapping("/{escalationId}/notices")
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD, SERVICE},
            to = RELATED)
    public List<NoticeView> notices(@PathVariable UUID escalationId, Caller caller) {
        worklist.one(caller, escalationId);
        return notices.of(escalationId).stream().map(NoticeView::of).toList();
    }
}
