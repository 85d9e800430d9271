package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinNotFound;
import io.github.throughline.checkin.page.PageLinks.Opened;
import io.github.throughline.checkin.submission.CheckinAlreadySubmitted;
import io.github.throughline.checkin.submission.Submission;
import io.github.throughline.checkin.submission.SubmissionForm;
import io.github.throughline.measures.TextPacks;
import io.github.throughline.platform.security.Allow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the patient's page saves and sends. */
@RestController
class PatientAnswerController {

    /** A language tag, as far as one is looked for by it. */
    static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

    /** Far more than a form holds. */
    private static final int LONGEST_DRAFT = 20_000;

    /** @param content as the page wrote it */
    record DraftForm(@NotNull UUID checkinId, @NotNull JsonNode content) {}

    /**
     * @param key made by the page, once for a submission: one that is sent again has no second effect
     * @param language of the page, by which it is known what could not be asked
     */
    record PageSubmission(
            @NotNull UUID checkinId,
            @NotNull UUID key,
            @NotNull @Pattern(regexp = LANGUAGE) String language,
            @NotNull @Valid SubmissionForm answers) {}

    /** @param safety whether the page should tell where help is */
    record Taken(boolean safety) {}

    private final PageLinks links;
    private final Answering answering;
    private final Drafts drafts;
    private final TextPacks packs;

    PatientAnswerController(PageLinks links, Answering answering, Drafts drafts, TextPacks packs) {
        this.links = links;
        this.answering = answering;
        this.drafts = drafts;
        this.packs = packs;
    }

    @PutMapping("/checkin/{token}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    void save(@PathVariable String token, @Valid @RequestBody DraftForm draft) {
        String content = draft.content().toString();
        if (content.length() > LONGEST_DRAFT) {
            throw new DraftTooLong();
        }
        answering.save(links.require(token), new CheckinId(draft.checkinId()), content);
    }

    @PostMapping("/checkin/{token}/submission")
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    Taken submit(@PathVariable String token, @Valid @RequestBody PageSubmission sent) {
        Opened opened = links.require(token);
        var checkin = new CheckinId(sent.checkinId());
        Optional<Boolean> before = drafts.submitted(checkin, sent.key());
        if (before.isPresent()) {
            return new Taken(before.get());
        }
        try {
            return new Taken(answering.submit(opened, checkin, sent.key(), submission(opened, checkin, sent)));
        } catch (CheckinAlreadySubmitted | CheckinNotFound refused) {
            // The same submission may have been taken a moment ago, on another connection.
            return drafts.submitted(checkin, sent.key()).map(Taken::new).orElseThrow(() -> refused);
        }
    }

    private Submission submission(Opened opened, CheckinId id, PageSubmission sent) {
        Checkin checkin = answering
                .current(opened.episodeId())
                .filter(open -> open.id().equals(id))
                .orElseThrow(() -> new CheckinNotFound(id.value()));
        Set<String> notAsked =
                PageForm.notAsked(checkin, packs.best(List.of(new Locale.LanguageRange(sent.language()))));
        return sent.answers().from(opened.holder(), notAsked);
    }
}
