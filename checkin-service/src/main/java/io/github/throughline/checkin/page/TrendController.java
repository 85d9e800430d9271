package io.github.throughline.checkin.page;

import io.github.throughline.checkin.page.PageLinks.Opened;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.TextPacks;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.EpisodeNotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The holder's own trend, behind a link and a one-time code. */
@RestController
class TrendController {

    record Asked(UUID challengeId) {}

    record CodeForm(
            @NotNull UUID challengeId,
            @NotNull @Pattern(regexp = "[0-9]{6}") String code,

            @NotNull @Pattern(regexp = PatientAnswerController.LANGUAGE)
            String language) {}

    private final PageLinks links;
    private final TrendCodes codes;
    private final JdbcTrends trends;
    private final Episodes episodes;
    private final MeasureCatalogue catalogue;
    private final TextPacks packs;

    TrendController(
            PageLinks links,
            TrendCodes codes,
            JdbcTrends trends,
            Episodes episodes,
            MeasureCatalogue catalogue,
            TextPacks packs) {
        this.links = links;
        this.codes = codes;
        this.trends = trends;
        this.episodes = episodes;
        this.catalogue = catalogue;
        this.packs = packs;
    }

    @PostMapping("/checkin/{token}/codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    Asked ask(@PathVariable String token) {
        return new Asked(codes.ask(links.require(token)));
    }

    @PostMapping("/checkin/{token}/trend")
    @Allow(
            value = {},
            to = Allow.To.SIGNED_LINK)
    List<Trend> show(@PathVariable String token, @Valid @RequestBody CodeForm form) {
        Opened opened = links.require(token);
        if (!codes.isRight(opened, form.challengeId(), form.code())) {
            throw new WrongCode();
        }
        var zone = episodes.find(opened.episodeId())
                .orElseThrow(() -> new EpisodeNotFound(opened.episodeId()))
                .timeZone();
        var pack = packs.best(List.of(new Locale.LanguageRange(form.language())));
        return Trend.of(trends.ofEpisode(opened.episodeId()), pack, catalogue, zone);
    }
}
