package io.github.throughline.sandbox.replay;

import io.github.throughline.sandbox.client.Clients;
import io.github.throughline.sandbox.client.Crowd;
import io.github.throughline.sandbox.client.Intake.Member;
import io.github.throughline.sandbox.client.Intake.Wish;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.drive.CareTimeDriver;
import io.github.throughline.sandbox.replay.ReplayedPatient.InCare;
import io.github.throughline.sandbox.replay.ReplayedPatient.Line;
import io.github.throughline.sandbox.report.Arrangement;
import io.github.throughline.sandbox.report.Ledger;
import io.github.throughline.sandbox.simulation.Staff;
import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.backtest.Backtest;
import io.github.throughline.stall.backtest.BacktestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lives the histories of a file again. Nobody acknowledges or decides: what is found is compared with a backtest. */
public final class Replay {

    private static final Set<String> COMPARED = Set.of("plateau", "regression");
    private static final Set<String> OF_DEPRESSION = Set.of("BDI", "PHQ-9");

    private final HistoryFile histories;
    private final Staff staff;
    private final Clients clients;
    private final CareTimeDriver driver;
    private final Readings readings;
    private final Crowd crowd = new Crowd();
    private final Map<UUID, InCare> inCare = new ConcurrentHashMap<>();

    public Replay(HistoryFile histories, Staff staff, Clients clients, CareTimeDriver driver, Ledger ledger) {
        this.histories = histories;
        this.staff = staff;
        this.clients = clients;
        this.driver = driver;
        this.readings = new Readings(clients, ledger, staff.lab());
    }

    /** Who is in care, and with whom. */
    public Arrangement arrangement() {
        var coordinators = inCare.values().stream()
                .collect(Collectors.toMap(
                        InCare::patientId, known -> coordinator(known.patient()).reference()));
        return new Arrangement(coordinators, staff.mailboxes(), Map.of(), Set.of());
    }

    /**
     * Sends everything, and returns when all is quiet at the end.
     *
     * @param afterStep told the care time after each step
     */
    public void live(Consumer<Instant> afterStep) {
        staff.coordinators()
                .forEach(coordinator -> clients.intake()
                        .registerCoordinator(coordinator.reference(), coordinator.name(), coordinator.email()));
        for (Instant moment : moments()) {
            driver.moveTo(moment);
            takeIntoCare(histories.patients().stream()
                    .filter(patient -> patient.day0().equals(moment))
                    .toList());
            driver.awaitQuiet();
            if (sendReadingsOf(moment)) {
                driver.awaitQuiet();
            }
            afterStep.accept(moment);
        }
    }

    /** Every instant at which somebody begins or has a reading. */
    private TreeSet<Instant> moments() {
        var moments = new TreeSet<Instant>();
        for (var patient : histories.patients()) {
            moments.add(patient.day0());
            patient.lines().forEach(line -> moments.add(line.at()));
        }
        return moments;
    }

    /** An episode must have reached plan-service before it can have a plan there. */
    private void takeIntoCare(List<ReplayedPatient> patients) {
        if (patients.isEmpty()) {
            return;
        }
        var opened = new ConcurrentHashMap<UUID, InCare>();
        crowd.each(patients, patient -> {
            var known = open(patient);
            opened.put(known.patientId(), known);
        });
        driver.awaitQuiet();
        crowd.each(opened.values(), this::plan);
        inCare.putAll(opened);
    }

    private InCare open(ReplayedPatient patient) {
        var episode = clients.intake()
                .open(new Wish(
                        "Patient " + patient.name(),
                        programOf(patient),
                        programOf(patient),
                        ZoneId.of("UTC"),
                        Optional.of(coordinator(patient).reference()),
                        List.of(Member.clinician(
                                physician().subject(),
                                "PHYSICIAN",
                                "Dr. " + physician().subject())),
                        Map.of(staff.lab(), patient.partnerPatient())));
        return new InCare(patient, episode.episodeId(), episode.patientId());
    }

    private Staff.Coordinator coordinator(ReplayedPatient patient) {
        return staff.coordinators()
                .get(Math.floorMod(
                        patient.name().hashCode(), staff.coordinators().size()));
    }

    private void plan(InCare known) {
        var patient = known.patient();
        var draft = clients.plans().draft(physician(), known.episodeId(), programOf(patient), patient.measures());
        clients.plans().sign(physician(), known.episodeId(), draft);
    }

    private Person physician() {
        return Person.physician(staff.physicians().getFirst());
    }

    private static String programOf(ReplayedPatient patient) {
        return OF_DEPRESSION.containsAll(patient.measures()) ? "depression" : "low-back-pain";
    }

    /** Patients side by side, each one's lines in the order of the file. */
    private boolean sendReadingsOf(Instant moment) {
        var due = new HashMap<InCare, List<Line>>();
        for (var patient : inCare.values()) {
            var lines = patient.patient().lines().stream()
                    .filter(line -> line.at().equals(moment))
                    .toList();
            if (!lines.isEmpty()) {
                due.put(patient, lines);
            }
        }
        crowd.each(due.entrySet(), entry -> entry.getValue().forEach(line -> readings.send(entry.getKey(), line)));
        return !due.isEmpty();
    }

    /** Compares what the running system found with a backtest of the same patients. */
    public Comparison compare(Collection<Fact.Escalation> found) {
        var names = inCare.values().stream()
                .map(patient -> patient.patient().name())
                .collect(Collectors.toSet());
        var expected = Backtest.run(BacktestOptions.of(histories.file())).escalations().stream()
                .filter(escalation -> names.contains(escalation.patient()))
                .filter(escalation -> COMPARED.contains(escalation.rule()))
                .filter(escalation -> !escalation.state().equals("WITHDRAWN"))
                .map(escalation -> new Stall(
                        escalation.patient(),
                        escalation.rule(),
                        escalation.measure(),
                        escalation.onsetDay(),
                        escalation.raisedAtDay()))
                .toList();
        return Comparison.of(stalls(found), expected);
    }

    private List<Stall> stalls(Collection<Fact.Escalation> found) {
        return Fact.Escalation.newest(found).stream()
                .filter(escalation -> COMPARED.contains(escalation.rule()))
                .filter(escalation -> !escalation.state().equals("WITHDRAWN"))
                .flatMap(escalation -> Optional.ofNullable(inCare.get(escalation.patientId()))
                        .map(patient -> stall(patient.patient(), escalation))
                        .stream())
                .toList();
    }

    private static Stall stall(ReplayedPatient patient, Fact.Escalation escalation) {
        return new Stall(
                patient.name(),
                escalation.rule(),
                escalation.measure().orElse(""),
                Duration.between(patient.day0(), escalation.onsetAt()).toDays(),
                Duration.between(patient.day0(), escalation.raisedAt()).toDays());
    }
}
