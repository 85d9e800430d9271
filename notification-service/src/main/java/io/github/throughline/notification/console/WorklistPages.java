package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Acknowledgement;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Escalations;
import io.github.throughline.notification.recipient.PatientNames;
import io.github.throughline.notification.routing.NextStep;
import io.github.throughline.notification.routing.NextSteps;
import io.github.throughline.notification.worklist.EscalationView;
import io.github.throughline.notification.worklist.Why;
import io.github.throughline.notification.worklist.Worklist;
import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.episode.Episodes;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the worklist together, with the patients' names as of this moment. */
@Component
class WorklistPages {

    private static final int LINES = 100;
    private static final Duration SOON = Duration.ofHours(2);

    private final Worklist worklist;
    private final PatientNames names;
    private final Episodes episodes;
    private final NextSteps nextSteps;
    private final CareClock clock;

    WorklistPages(Worklist worklist, PatientNames names, Episodes episodes, NextSteps nextSteps, CareClock clock) {
        this.worklist = worklist;
        this.names = names;
        this.episodes = episodes;
        this.nextSteps = nextSteps;
        this.clock = clock;
    }

    /** @param number of the page, counted from 1; one that is not there is the nearest one that is */
    WorklistPage page(Caller viewer, Escalations.Selection selection, int number) {
        Escalations.Size size = worklist.size(viewer, selection);
        int last = Math.toIntExact(Math.max(1, Math.ceilDiv(size.all(), LINES)));
        int shown = Math.clamp(number, 1, last);
        var part = new Escalations.Part((shown - 1) * LINES, LINES);
        return new WorklistPage(
                selection.whose().name().toLowerCase(Locale.ROOT),
                selection.listed().name().toLowerCase(Locale.ROOT),
                selection.severity() == null ? "" : selection.severity().word(),
                selection.rule() == null ? "" : selection.rule(),
                selection.unheld(),
                size,
                rows(worklist.list(viewer, selection, part)),
                shown,
                last);
    }

    private List<WorklistPage.Row> rows(List<EscalationView> views) {
        Set<UUID> ids =
                views.stream().map(view -> view.escalation().episodeId()).collect(Collectors.toSet());
        Map<UUID, String> patients = names.of(ids);
        Map<UUID, Episode> known = episodes.find(ids);
        Map<UUID, NextStep> next =
                nextSteps.of(views.stream().map(view -> view.escalation().id()).toList());
        Instant now = clock.now();
        return views.stream()
                .map(view ->
                        row(view, patients, known, next.get(view.escalation().id()), now))
                .toList();
    }

    private static WorklistPage.Row row(
            EscalationView view,
            Map<UUID, String> patients,
            Map<UUID, Episode> known,
            @Nullable NextStep next,
            Instant now) {
        Escalation escalation = view.escalation();
        Episode episode = known.get(escalation.episodeId());
        ZoneId zone = episode == null ? ZoneOffset.UTC : episode.timeZone();
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
                standing(view),
                next == null ? "" : next(next, times),
                next != null && next.at().isBefore(now.plus(SOON)));
    }

    private static String next(NextStep next, TimeWords times) {
        return (next.opensAgain() ? "open again " : "next step ") + times.in(next.at());
    }

    private static String standing(EscalationView view) {
        if (!view.escalation().isOpen()) {
            return Words.state(view.escalation());
        }
        if (view.decision() != null) {
            return "Decided: " + Words.decision(view.decision().kind()).toLowerCase(Locale.ROOT);
        }
        Acknowledgement held = view.acknowledgement();
        return held == null ? "Not acknowledged" : "Held by " + held.by();
    }
}
