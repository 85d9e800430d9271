package io.github.throughline.checkin.page;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.checkin.access.LinkHolders;
import io.github.throughline.platform.checkinlink.CheckinLinks;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links for patients and caregivers, made by those who treat. */
@RestController
class CheckinLinkController {

    /** @param caregiver reference of a caregiver; absent: the link is the patient's */
    record LinkForm(@Nullable String caregiver) {}

    /** @param expiresAt machine time */
    record LinkView(URI url, Instant expiresAt) {}

    private final CheckinLinks links;
    private final LinkHolders holders;
    private final Episodes episodes;
    private final EpisodeAccess access;

    CheckinLinkController(CheckinLinks links, LinkHolders holders, Episodes episodes, EpisodeAccess access) {
        this.links = links;
        this.holders = holders;
        this.episodes = episodes;
        this.access = access;
    }

    @PostMapping("/episodes/{episodeId}/checkin-links")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    LinkView link(@PathVariable UUID episodeId, @RequestBody(required = false) @Nullable LinkForm form, Caller caller) {
        access.requireTreating(episodeId, caller);
        String caregiver = form == null ? null : form.caregiver();
        String holder = caregiver == null
                ? episodes.find(episodeId)
                        .orElseThrow(() -> new EpisodeNotFound(episodeId))
                        .patientId()
                        .toString()
                : caregiver;
        if (holders.giver(episodeId, holder).isEmpty()) {
            throw new NoLinkFor();
        }
        CheckinLinks.Link link = links.to(episodeId, holder);
        return new LinkView(link.url(), link.expiresAt());
    }
}
