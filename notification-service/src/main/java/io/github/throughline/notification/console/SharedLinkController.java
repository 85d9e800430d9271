package io.github.throughline.notification.console;

import static io.github.throughline.platform.security.Allow.To.SIGNED_LINK;

import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.notification.notice.Notice;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.recipient.Permission;
import io.github.throughline.notification.recipient.Recipient;
import io.github.throughline.notification.recipient.Recipients;
import io.github.throughline.notification.sharedlink.SharedLinks;
import io.github.throughline.notification.worklist.Worklist;
import io.github.throughline.platform.security.Allow;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence behind one notice, for the outside provider who got it and for as long as the patient consents. */
@Controller
class SharedLinkController {

    private final SharedLinks links;
    private final Notices notices;
    private final Recipients recipients;
    private final Escalations escalations;
    private final Worklist worklist;
    private final EscalationPages pages;

    SharedLinkController(
            SharedLinks links,
            Notices notices,
            Recipients recipients,
            Escalations escalations,
            Worklist worklist,
            EscalationPages pages) {
        this.links = links;
        this.notices = notices;
        this.recipients = recipients;
        this.escalations = escalations;
        this.worklist = worklist;
        this.pages = pages;
    }

    @GetMapping("/shared/{token}")
    @Allow(
            value = {},
            to = SIGNED_LINK)
    public String shared(@PathVariable String token, Model model, HttpServletResponse response) {
        return switch (links.check(token)) {
            case SharedLinks.Check.Valid valid ->
                notices.find(valid.noticeId())
                        .map(notice -> asConsented(notice, model, response))
                        .orElseGet(() -> gone(model, response));
            case SharedLinks.Check.Expired expired -> gone(model, response);
            case SharedLinks.Check.Invalid invalid -> gone(model, response);
        };
    }

    private String asConsented(Notice notice, Model model, HttpServletResponse response) {
        return switch (recipients.member(notice.episodeId(), notice.recipient())) {
            case Permission.Granted granted -> evidence(notice, granted.recipient(), model, response);
            case Permission.Denied denied -> gone(model, response);
            case Permission.Refused refused -> later(model, response);
            case Permission.Unknown unknown -> later(model, response);
        };
    }

    private String evidence(Notice notice, Recipient recipient, Model model, HttpServletResponse response) {
        Optional<HeldEscalation> held = escalations.find(notice.escalationId());
        if (held.isEmpty()) {
            return gone(model, response);
        }
        model.addAttribute("page", pages.page(worklist.view(held.get()), null));
        model.addAttribute("recipient", recipient);
        return "console/shared";
    }

    private static String gone(Model model, HttpServletResponse response) {
        return message(
                model,
                response,
                HttpStatus.GONE,
                "This link is no longer available",
                "It has expired, or the patient no longer shares this with you. The care coordinator can tell you more.");
    }

    private static String later(Model model, HttpServletResponse response) {
        return message(
                model,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "This can not be shown right now",
                "We could not make sure of the patient's consent. Please try again in a few minutes.");
    }

    private static String message(
            Model model, HttpServletResponse response, HttpStatus status, String title, String text) {
        response.setStatus(status.value());
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "console/message";
    }
}
