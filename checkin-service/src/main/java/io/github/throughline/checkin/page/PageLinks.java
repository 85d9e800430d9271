package io.github.throughline.checkin.page;

import io.github.throughline.checkin.access.Giver;
import io.github.throughline.checkin.access.LinkHolders;
import io.github.throughline.platform.checkinlink.CheckinLinks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens check-in links. */
@Component
class PageLinks {

    /** @param holder who has the link, as one who answers */
    record Opened(UUID episodeId, Giver holder) {}

    private final CheckinLinks links;
    private final LinkHolders holders;

    PageLinks(CheckinLinks links, LinkHolders holders) {
        this.links = links;
        this.holders = holders;
    }

    /** Empty: it was not made by us, has expired, or is its holder's no more. */
    Optional<Opened> open(String token) {
        return links.check(token) instanceof CheckinLinks.Check.Valid valid
                ? holders.giver(valid.episodeId(), valid.holder()).map(giver -> new Opened(valid.episodeId(), giver))
                : Optional.empty();
    }

    /** @throws LinkGone when it does not open */
    Opened require(String token) {
        return open(token).orElseThrow(LinkGone::new);
    }
}
