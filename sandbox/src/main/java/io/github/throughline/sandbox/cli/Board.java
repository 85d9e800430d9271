package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.report.Collecting;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.report.Notice;
import io.github.throughline.sandbox.simulation.SimulatedPatient;
import io.github.throughline.sandbox.simulation.Simulation;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The live table of a demo: a row for each escalation as it is delivered, and where care time stands. */
final class Board {

    private static final String ROW = "  %-16s  %-22s %-16s %-16s %-9s %-8s  %s";
    private static final DateTimeFormatter CARE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Terminal terminal;
    private final Simulation simulation;
    private final Collecting collecting;
    private final Ledger ledger;
    private final Queue<Fact.Escalation> raised = new ConcurrentLinkedQueue<>();
    private final Instant from;
    private final int weeks;
    private int told;
    private int week = -1;

    Board(Terminal terminal, Simulation simulation, Session session, Instant from, int weeks) {
        this.terminal = terminal;
        this.simulation = simulation;
        this.collecting = session.collecting();
        this.ledger = session.ledger();
        this.from = from;
        this.weeks = weeks;
    }

    void header() {
        terminal.say("");
        terminal.say(ROW.formatted("care time (UTC)", "patient", "trajectory", "stall", "measure", "severity", "told"));
    }

    /** Remembers an escalation for the next row; called by the onlooker. */
    void hear(Fact fact) {
        if (fact instanceof Fact.Escalation escalation && escalation.state().equals("RAISED")) {
            raised.add(escalation);
        }
    }

    /** Shows what was told up to this care time. */
    void update(Instant now) {
        for (var escalation = raised.poll(); escalation != null; escalation = raised.poll()) {
            var patient = simulation.patient(escalation.patientId());
            if (patient != null) {
                terminal.say(row(escalation, patient, now));
            }
        }
        progress(now);
    }

    private String row(Fact.Escalation escalation, SimulatedPatient patient, Instant now) {
        told++;
        return ROW.formatted(
                CARE_TIME.format(now),
                "%3d %s".formatted(patient.number(), patient.name()),
                patient.trajectory().word(),
                escalation.rule(),
                escalation.measure().orElse("-"),
                escalation.severity().toLowerCase(Locale.ROOT),
                delivered(escalation));
    }

    private String delivered(Fact.Escalation escalation) {
        List<String> channels = new ArrayList<>();
        for (Notice notice : collecting.notices(escalation.escalationId())) {
            if (notice.version() == escalation.version() && notice.state().equals("delivered")) {
                channels.add(notice.recipient() + " by " + notice.channel());
            }
        }
        return channels.isEmpty() ? "not yet" : channels.stream().distinct().collect(Collectors.joining(", "));
    }

    private void progress(Instant now) {
        int nowInWeek = (int) Math.min(weeks, Duration.between(from, now).toDays() / 7 + 1);
        var line = "  week %d of %d   %s   check-ins %d   readings %d   escalations %d"
                .formatted(
                        nowInWeek,
                        weeks,
                        CARE_TIME.format(now),
                        ledger.facts(Fact.Checkin.class).stream()
                                .filter(checkin -> checkin.what().startsWith("SUBMITTED"))
                                .count(),
                        ledger.facts(Fact.Outcome.class).size(),
                        told);
        if (terminal.isInteractive()) {
            terminal.status(line);
        } else if (nowInWeek != week) {
            terminal.say(line);
        }
        week = nowInWeek;
    }
}
