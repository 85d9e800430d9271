package io.github.throughline.notification.console;

import io.github.throughline.notification.decision.DecidingPolicy;
import io.github.throughline.notification.decision.Decision;
import io.github.throughline.notification.decision.DecisionKind;
import io.github.throughline.notification.escalation.Acknowledgement;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.notice.Notice;
import io.github.throughline.notification.notice.NoticeState;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.recipient.PatientNames;
import io.github.throughline.notification.worklist.EscalationView;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.EpisodeNotFound;
import io.github.throughline.platform.security.Role;
import io.github.throughline.platform.time.CareClock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one escalation together for somebody who may see it. */
@Component
class EscalationPages {

    private final EvidenceParts evidence;
    private final Notices notices;
    private final PatientNames names;
    private final Episodes episodes;
    private final WaitingParts waiting;
    private final CareClock clock;

    EscalationPages(
            EvidenceParts evidence,
            Notices notices,
            PatientNames names,
            Episodes episodes,
            WaitingParts waiting,
            CareClock clock) {
        this.evidence = evidence;
        this.waiting = waiting;
        this.notices = notices;
        this.names = names;
        this.episodes = episodes;
        this.clock = clock;
    }

    /** @param viewer null: somebody with a shared link, who learns no name and can do nothing */
    EscalationPage page(EscalationView view, @Nullable Caller viewer) {
        Escalation escalation = view.escalation();
        Episode episode = episode(escalation);
        TimeWords times = new TimeWords(episode.timeZone(), clock.now());
        return new EscalationPage(
                escalation.id(),
                viewer == null ? "" : patient(escalation),
                Words.plain(episode.program()),
                escalation.severity().word(),
                Why.ruleName(escalation.rule()),
                escalation.ruleVersion(),
                escalation.isOpen(),
                Words.state(escalation),
                view.why(),
                times.date(escalation.raisedAt()) + ", " + times.ago(escalation.raisedAt()),
                times.date(escalation.onsetAt()),
                held(view.acknowledgement(), viewer, times),
                decision(view.decision(), times),
                actions(view, viewer, episode),
                waiting.of(escalation, viewer, times),
                viewer == null ? evidence.alone(escalation, times) : evidence.amongAll(escalation, times));
    }

    /** The delivery log alone, which a page asks for again and again. */
    EscalationPage.Log log(Escalation escalation) {
        Episode episode = episode(escalation);
        TimeWords times = new TimeWords(episode.timeZone(), clock.now());
        return new EscalationPage.Log(escalation.id(), rows(escalation.id(), episode, times));
    }

    private Episode episode(Escalation escalation) {
        return episodes.find(escalation.episodeId()).orElseThrow(() -> new EpisodeNotFound(escalation.episodeId()));
    }

    private String patient(Escalation escalation) {
        return names.of(Set.of(escalation.episodeId()))
                .getOrDefault(escalation.episodeId(), shortName(escalation.patientId()));
    }

    /** For as long as intake-service does not tell the name. */
    static String shortName(UUID patientId) {
        return "Patient " + patientId.toString().substring(0, 8);
    }

    /** Somebody who takes over sees whose it is. */
    private static @Nullable String held(
            @Nullable Acknowledgement acknowledgement, @Nullable Caller viewer, TimeWords times) {
        if (acknowledgement == null) {
            return null;
        }
        boolean own = viewer != null && viewer.subject().equals(acknowledgement.by());
        return "%s by %s, %s"
                .formatted(own ? "Acknowledged" : "Held", acknowledgement.by(), times.dateTime(acknowledgement.at()));
    }

    private static EscalationPage.@Nullable DecisionPart decision(@Nullable Decision decision, TimeWords times) {
        if (decision == null) {
            return null;
        }
        String recorded =
                decision.decidedBy().equals(decision.recordedBy()) ? "" : ", recorded by " + decision.recordedBy();
        return new EscalationPage.DecisionPart(
                Words.decision(decision.kind()),
                "Decided by %s%s, %s".formatted(decision.decidedBy(), recorded, times.dateTime(decision.decidedAt())),
                decision.note());
    }

    private static EscalationPage.Actions actions(EscalationView view, @Nullable Caller viewer, Episode episode) {
        boolean open = viewer != null && view.escalation().isOpen();
        boolean coordinator = viewer != null && viewer.is(Role.COORDINATOR);
        boolean clinician = viewer != null && DecidingPolicy.decidesThemselves(viewer, episode);
        return new EscalationPage.Actions(
                open && coordinator && view.acknowledgement() == null,
                open && (coordinator || clinician) && view.decision() == null,
                clinician
                        ? List.of()
                        : DecidingPolicy.clinicians(episode).stream()
                                .map(EscalationPages::choice)
                                .toList(),
                Arrays.stream(DecisionKind.values())
                        .map(kind -> new EscalationPage.Choice(kind.name(), Words.decision(kind)))
                        .toList());
    }

    private static EscalationPage.Choice choice(Episode.Member member) {
        return new EscalationPage.Choice(member.reference(), member.reference() + ", " + Words.role(member.role()));
    }

    private List<EscalationPage.NoticeRow> rows(UUID escalationId, Episode episode, TimeWords times) {
        return notices.of(escalationId).reversed().stream()
                .map(notice -> new EscalationPage.NoticeRow(
                        when(notice, times),
                        who(notice, episode),
                        Words.channel(notice.channel()),
                        Words.kind(notice.kind()),
                        Words.noticeState(notice),
                        tone(notice),
                        notice.attempts()))
                .toList();
    }

    private static String when(Notice notice, TimeWords times) {
        if (notice.state() == NoticeState.WAITING) {
            return "at the latest " + times.dateTime(notice.releaseAt());
        }
        return times.dateTime(notice.endedCareAt() == null ? notice.createdCareAt() : notice.endedCareAt());
    }

    private static String who(Notice notice, Episode episode) {
        String role = switch (notice.audience()) {
            case COORDINATOR -> "coordinator";
            case STAFF -> "brought in by the routing policy";
            case PROVIDER ->
                episode.member(notice.recipient())
                        .map(member -> Words.role(member.role()))
                        .orElse("formerly in the care team");
        };
        return notice.recipient() + ", " + role;
    }

    private static String tone(Notice notice) {
        if (Words.isTrouble(notice)) {
            return "bad";
        }
        return notice.state() == NoticeState.DELIVERED ? "good" : "quiet";
    }
}
