package io.github.throughline.notification.console;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.PHYSICIAN;
import static io.github.throughline.platform.security.Role.THERAPIST;

import io.github.throughline.notification.decision.Deciding;
import io.github.throughline.notification.decision.DecisionKind;
import io.github.throughline.notification.escalation.Acknowledging;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.mute.Muting;
import io.github.throughline.notification.worklist.EscalationView;
import io.github.throughline.notification.worklist.Worklist;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import io.github.throughline.platform.web.Problem;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The worklist and one escalation, for people who are signed in. */
@Controller
@RequestMapping("/console")
class ConsoleController {

    private final WorklistPages worklists;
    private final EscalationPages pages;
    private final Worklist worklist;
    private final Acknowledging acknowledging;
    private final Deciding deciding;
    private final Muting muting;
    private final CareClock clock;

    ConsoleController(
            WorklistPages worklists,
            EscalationPages pages,
            Worklist worklist,
            Acknowledging acknowledging,
            Deciding deciding,
            Muting muting,
            CareClock clock) {
        this.worklists = worklists;
        this.pages = pages;
        this.worklist = worklist;
        this.acknowledging = acknowledging;
        this.deciding = deciding;
        this.muting = muting;
        this.clock = clock;
    }

    /** The whole page, or the list alone where the page refreshes itself. */
    @GetMapping
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public String list(
            @RequestParam(defaultValue = "mine") Escalations.Whose whose,
            @RequestParam(defaultValue = "open") Escalations.Listed state,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "false") boolean unheld,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Caller viewer,
            Model model) {
        var selection = new Escalations.Selection(whose, state, severity, rule.isEmpty() ? null : rule, unheld);
        model.addAttribute("viewer", viewer);
        model.addAttribute("page", worklists.page(viewer, selection, page));
        return part ? "console/worklist :: list" : "console/worklist";
    }

    /** The whole page, or the delivery log alone where the page refreshes itself. */
    @GetMapping("/escalations/{escalationId}")
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public String escalation(
            @PathVariable UUID escalationId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Caller viewer,
            Model model) {
        EscalationView view = worklist.one(viewer, escalationId);
        if (part) {
            model.addAttribute("log", pages.log(view.escalation()));
            return "console/escalation :: log";
        }
        model.addAttribute("viewer", viewer);
        model.addAttribute("page", pages.page(view, viewer));
        model.addAttribute("log", pages.log(view.escalation()));
        return "console/escalation";
    }

    @PostMapping("/escalations/{escalationId}/acknowledgement")
    @Allow(value = COORDINATOR, to = RELATED)
    public String acknowledge(@PathVariable UUID escalationId, Caller viewer, RedirectAttributes next) {
        return answered(
                escalationId,
                next,
                "You hold it now. Outside providers are told as far as the patient consents.",
                () -> acknowledging.acknowledge(viewer, escalationId));
    }

    @PostMapping("/escalations/{escalationId}/decisions")
    @Allow(
            value = {COORDINATOR, PHYSICIAN, THERAPIST, CLINICAL_LEAD},
            to = RELATED)
    public String decide(
            @PathVariable UUID escalationId,
            @RequestParam DecisionKind kind,
            @RequestParam(required = false) @Nullable String decidedBy,
            @RequestParam(required = false) @Nullable String note,
            Caller viewer,
            RedirectAttributes next) {
        String by = decidedBy == null || decidedBy.isBlank() ? null : decidedBy;
        return answered(
                escalationId,
                next,
                "The decision is recorded.",
                () -> deciding.decide(viewer, escalationId, new Deciding.Answer(kind, by, note)));
    }

    /** @param days from now on */
    @PostMapping("/escalations/{escalationId}/mutes")
    @Allow(value = COORDINATOR, to = RELATED)
    public String mute(
            @PathVariable UUID escalationId,
            @RequestParam int days,
            @RequestParam(defaultValue = "false") boolean onlyThisKind,
            @RequestParam String reason,
            Caller viewer,
            RedirectAttributes next) {
        return answered(
                escalationId,
                next,
                "You are not told of what is routine until then. Urgent news and safety answers come all the same.",
                () -> muting.mute(
                        viewer,
                        escalationId,
                        new Muting.Choice(onlyThisKind, clock.now().plus(Duration.ofDays(days)), reason)));
    }

    @PostMapping("/escalations/{escalationId}/mutes/{muteId}/end")
    @Allow(value = COORDINATOR, to = RELATED)
    public String unmute(
            @PathVariable UUID escalationId, @PathVariable UUID muteId, Caller viewer, RedirectAttributes next) {
        return answered(escalationId, next, "You are told again.", () -> muting.end(viewer, muteId));
    }

    /** Back to the page, with what became of it. */
    private static String answered(UUID escalationId, RedirectAttributes next, String done, Runnable action) {
        try {
            action.run();
            next.addFlashAttribute("done", done);
        } catch (Problem problem) {
            next.addFlashAttribute("refused", problem.getMessage());
        }
        return "redirect:/console/escalations/" + escalationId;
    }
}
