package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.page.PageLinks.Opened;
import io.github.throughline.measures.TextPack;
import io.github.throughline.measures.TextPacks;
import io.github.throughline.platform.security.Allow;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The page behind a check-in link. What it saves and sends is {@link PatientAnswerController}'s. */
@Controller
class PatientPageController {

    private final PageLinks links;
    private final Answering answering;
    private final Forms forms;
    private final Drafts drafts;
    private final TextPacks packs;
    private final JsonMapper json;

    PatientPageController(
            PageLinks links, Answering answering, Forms forms, Drafts drafts, TextPacks packs, JsonMapper json) {
        this.links = links;
        this.answering = answering;
        this.forms = forms;
        this.drafts = drafts;
        this.packs = packs;
        this.json = json;
    }

    /** @param lang language that was chosen on the page; absent: the browser's */
    @GetMapping("/checkin/{token}")
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    public String page(
            @PathVariable String token,
            @RequestParam @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            Model model,
            HttpServletResponse response) {
        TextPack pack = pack(lang, accepted);
        prepare(model, pack);
        Optional<Opened> opened = links.open(token);
        if (opened.isEmpty()) {
            return message(model, response, HttpStatus.GONE, pack, "gone");
        }
        Optional<Checkin> checkin = answering.current(opened.get().episodeId());
        if (checkin.isEmpty()) {
            boolean isAnswered = answering.isAnswered(opened.get().episodeId());
            model.addAttribute("trend", true);
            return message(model, response, HttpStatus.OK, pack, isAnswered ? "submitted" : "nothing");
        }
        PageForm form = forms.form(opened.get().episodeId(), checkin.get(), pack);
        String draft = drafts.find(checkin.get().id(), opened.get().holder().reference())
                .orElse("null");
        model.addAttribute(
                "data", inPage(json.writeValueAsString(Map.of("form", form, "words", new TreeMap<>(pack.page())))));
        model.addAttribute("draft", inPage(draft));
        return "page/checkin";
    }

    /** Shows nothing of the patient until a code has been entered. */
    @GetMapping("/checkin/{token}/trend")
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    public String trend(
            @PathVariable String token,
            @RequestParam @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            Model model,
            HttpServletResponse response) {
        TextPack pack = pack(lang, accepted);
        prepare(model, pack);
        if (links.open(token).isEmpty()) {
            return message(model, response, HttpStatus.GONE, pack, "gone");
        }
        model.addAttribute("data", inPage(json.writeValueAsString(Map.of("words", new TreeMap<>(pack.page())))));
        return "page/trend";
    }

    private TextPack pack(@Nullable String lang, @Nullable String accepted) {
        try {
            String wanted = lang != null ? lang : accepted != null ? accepted : "";
            return packs.best(wanted.isEmpty() ? List.of() : Locale.LanguageRange.parse(wanted));
        } catch (IllegalArgumentException e) {
            return packs.best(List.of());
        }
    }

    private void prepare(Model model, TextPack pack) {
        model.addAttribute("lang", pack.language().toLanguageTag());
        model.addAttribute("words", pack.page());
        model.addAttribute(
                "languages", packs.all().stream().map(TextPack::language).toList());
    }

    /** The same JSON without a character that could end the element it stands in. */
    private static String inPage(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String message(
            Model model, HttpServletResponse response, HttpStatus status, TextPack pack, String what) {
        response.setStatus(status.value());
        model.addAttribute("heading", pack.page().get(what));
        model.addAttribute("text", pack.page().get(what + "Text"));
        return "page/message";
    }
}
