package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Acknowledging;
import io.github.throughline.notification.escalation.EscalationEnded;
import io.github.throughline.notification.escalation.EscalationNotFound;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.escalation.HeldEscalation;
import io.github.throughline.notification.notice.Notice;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.sharedlink.SharedLinks;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledges in the name of whom a mail went to, once for each mail; they must still be related to the patient. */
@Component
class AcknowledgingByLink {

    private final SharedLinks links;
    private final Notices notices;
    private final Escalations escalations;
    private final Acknowledging acknowledging;
    private final JdbcUsedLinks used;

    AcknowledgingByLink(
            SharedLinks links,
            Notices notices,
            Escalations escalations,
            Acknowledging acknowledging,
            JdbcUsedLinks used) {
        this.links = links;
        this.notices = notices;
        this.escalations = escalations;
        this.acknowledging = acknowledging;
        this.used = used;
    }

    /** What a link leads to. Nothing of a patient is in it. */
    sealed interface Standing {

        /** It can be acknowledged. */
        record Open(String severity, String person) implements Standing {}

        /** @param by the person, or another */
        record Held(String by, boolean byThemselves) implements Standing {}

        record Over() implements Standing {}

        /** Expired, used, forged, or not theirs any more. */
        record NoLonger() implements Standing {}
    }

    Standing look(String token) {
        return notice(token).map(this::standing).orElseGet(Standing.NoLonger::new);
    }

    /** Twice is once. */
    @Transactional
    public Standing acknowledge(String token) {
        Optional<Notice> notice = notice(token);
        if (notice.isEmpty() || !(standing(notice.get()) instanceof Standing.Open)) {
            return notice.map(this::standing).orElseGet(Standing.NoLonger::new);
        }
        try {
            return taken(notice.get());
        } catch (EscalationEnded e) {
            return new Standing.Over();
        } catch (EscalationNotFound e) {
            return new Standing.NoLonger();
        }
    }

    /** Somebody else may have been first, or it may have ended, since it was looked at. */
    private Standing taken(Notice notice) {
        Standing standing = standing(notice, acknowledging.acknowledge(caller(notice), notice.escalationId()));
        if (standing instanceof Standing.Held held && held.byThemselves()) {
            used.add(notice);
        }
        return standing;
    }

    private Optional<Notice> notice(String token) {
        return links.checkToAcknowledge(token) instanceof SharedLinks.Check.Valid(var noticeId)
                ? notices.find(noticeId).filter(notice -> notice.audience().isOfTheClinic())
                : Optional.empty();
    }

    private Standing standing(Notice notice) {
        try {
            return standing(notice, escalations.seenBy(caller(notice), notice.escalationId()));
        } catch (EscalationNotFound e) {
            return new Standing.NoLonger();
        }
    }

    private Standing standing(Notice notice, HeldEscalation held) {
        if (!held.escalation().isOpen()) {
            return new Standing.Over();
        }
        if (held.acknowledgement() != null) {
            String by = held.acknowledgement().by();
            return new Standing.Held(by, by.equals(notice.recipient()));
        }
        return used.contains(notice)
                ? new Standing.NoLonger()
                : new Standing.Open(held.escalation().severity().word(), notice.recipient());
    }

    private static Caller caller(Notice notice) {
        return new Caller(notice.recipient(), Set.of(Role.COORDINATOR));
    }
}
