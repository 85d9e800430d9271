package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Acknowledgement;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.recipient.PatientNames;
import io.github.throughline.notification.worklist.EscalationView;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.notification.worklist.Worklist;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts the worklist together, with the patients' names as of this moment. */
@Component
class WorklistPages {

    private static final int LONGEST = 100;

    private final Worklist worklist;
    private final PatientNames names;
    private final Episodes episodes;
    private final CareClock clock;

    WorklistPages(Worklist worklist, PatientNames names, Episodes episodes, CareClock clock) {
        this.worklist = worklist;
        this.names = names;
        this.episodes = episodes;
        this.clock = clock;
    }

    WorklistPage page(Caller viewer, Escalations.Whose whose, boolean open) {
        List<EscalationView> views = worklist.list(viewer, whose, open, LONGEST);
        Map<UUID, String> patients = names.of(
                views.stream().map(view -> view.escalation().episodeId()).toList());
        Instant now = clock.now();
        List<WorklistPage.Row> rows =
                views.stream().map(view -> row(view, patients, now)).toList();
        return new WorklistPage(
                whose.name().toLowerCase(Locale.ROOT),
                open ? "open" : "ended",
                rows,
                rows.stream().filter(WorklistPage.Row::waiting).count());
    }

    private WorklistPage.Row row(EscalationView view, Map<UUID, String> patients, Instant now) {
        Escalation escalation = view.escalation();
        ZoneId zone =
                episodes.find(escalation.episodeId()).map(Episode::timeZone).orElse(ZoneOffset.UTC);
        TimeWords times = new TimeWords(zone, now);
        return new WorklistPage.Row(
                escalation.id(),
                escalation.severity().word(),
                patients.getOrDefault(escalation.episodeId(), EscalationPages.shortName(escalation.patientId())),
                view.why(),
                Why.ruleName(escalation.rule()),
                times.date(escalation.raisedAt()),
                times.ago(escalation.raisedAt()),
                escalation.isOpen() && view.acknowledgement() == null,
                standing(view));
    }

    private static String standing(EscalationView view) {
        if (!view.escalation().isOpen()) {
            return Words.state(view.escalation());
        }
        if (view.decision() != null) {
            return "Decided: " + Words.decision(view.decision().kind()).toLowerCase(Locale.ROOT);
        }
        Acknowledgement held = view.acknowledgement();
        return held == null ? "Not acknowledged" : "Acknowledged by " + held.by();
    }
}
