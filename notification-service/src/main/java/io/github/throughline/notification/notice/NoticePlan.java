package io.github.throughline.notification.notice;

import java.time.Instant;
import java.util.List;

/**
 * Who is told of one escalation version.
 *
 * @param overtaken notices that nobody was told of yet and nobody needs any more
 */
record NoticePlan(List<Planned> notices, List<NoticeId> overtaken) {

    NoticePlan {
        notices = List.copyOf(notices);
        overtaken = List.copyOf(overtaken);
    }

    /** @param releaseAt care time before which it is not sent */
    record Planned(Audience audience, String recipient, Instant releaseAt) {}
}
