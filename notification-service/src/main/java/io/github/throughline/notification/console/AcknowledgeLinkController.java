package io.github.throughline.notification.console;

import static io.github.throughline.platform.security.Allow.To.SIGNED_LINK;

import io.github.throughline.notification.console.AcknowledgingByLink.Standing;
import io.github.throughline.platform.security.Allow;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the link of a mail leads to. Opening it changes nothing, since mail programs open links by themselves: a button
 * does. It shows nothing of a patient; who wants to see more signs in.
 */
@Controller
@RequestMapping("/acknowledge/{token}")
class AcknowledgeLinkController {

    private final AcknowledgingByLink acknowledging;

    AcknowledgeLinkController(AcknowledgingByLink acknowledging) {
        this.acknowledging = acknowledging;
    }

    @GetMapping
    @Allow(
            value = {},
            to = SIGNED_LINK)
    public String look(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(acknowledging.look(token), model, response);
    }

    @PostMapping
    @Allow(
            value = {},
            to = SIGNED_LINK)
    public String acknowledge(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(acknowledging.acknowledge(token), model, response);
    }

    private static String page(Standing standing, Model model, HttpServletResponse response) {
        switch (standing) {
            case Standing.Open open -> {
                model.addAttribute("open", open);
                say(model, "Acknowledge this escalation?", "From then on you hold it, and nobody else is called in.");
            }
            case Standing.Held(String by, boolean byThemselves) ->
                say(
                        model,
                        byThemselves ? "You hold it" : "Somebody holds it already",
                        byThemselves ? "See the evidence and the plan's next step on the console." : by + " holds it.");
            case Standing.Over over -> say(model, "It is over", "It was resolved or withdrawn meanwhile.");
            case Standing.NoLonger no -> {
                response.setStatus(HttpStatus.GONE.value());
                say(
                        model,
                        "This link is no longer good",
                        "It has expired, or was used. Sign in to the console instead.");
            }
        }
        return "console/acknowledge";
    }

    private static void say(Model model, String title, String text) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
    }
}
