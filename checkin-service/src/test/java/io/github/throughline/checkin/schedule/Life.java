package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.plan;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.Report;
import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.plan.PlanTimeline;
import io.github.throughline.checkin.plan.PlanVersion;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An episode that lives through care time; between two calls only what is kept in rows survives. */
final class Life {

    static final UUID PLAN = new UUID(0, 1);
    private static final ReminderTimes REMINDERS =
            new ReminderTimes(Duration.ofHours(6), LocalTime.of(8, 0), LocalTime.of(20, 0));
    private static final UUID NEXT_PLAN = new UUID(0, 4);

    private final ZoneId zone;
    private final Map<CheckinId, Checkin> checkins = new LinkedHashMap<>();
    private final List<CheckinFact> facts = new ArrayList<>();
    private final List<PatientNotice> notices = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final NavigableMap<Instant, String> readings = new TreeMap<>();
    private PlanTimeline plans = new PlanTimeline(List.of());
    private Position position = Position.NONE;
    private Optional<Instant> dueNext = Optional.empty();
    private @Nullable EpisodeCalendar episode;
    private Downtime downtime = Downtime.NONE;
    private Instant now = Instant.EPOCH;
    private Instant missedUpTo = Instant.MAX;

    private Life(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static Life in(String zone) {
        var life = new Life(zone);
        life.episode = life.calendar(true);
        return life;
    }

    /** The plan's topic is ahead of the episode's. */
    static Life ofEpisodeNotYetKnown(String zone) {
        return new Life(zone);
    }

    Life episodeBecomesKnown(boolean isOpen, String since) {
        episode = calendar(isOpen);
        return act(schedule -> schedule.episodeChanged(Instant.parse(since), moment()));
    }

    private EpisodeCalendar calendar(boolean isOpen) {
        return new EpisodeCalendar(zone, isOpen, pauses, REMINDERS);
    }

    /** The patient is away; both days included. */
    Life away(String firstDay, String lastDay) {
        pauses.add(new Pause(LocalDate.parse(firstDay), LocalDate.parse(lastDay)));
        return pausesChange();
    }

    Life backEarly() {
        pauses.clear();
        return pausesChange();
    }

    private Life pausesChange() {
        act(schedule -> schedule.advance(moment()));
        episode = calendar(true);
        return act(schedule -> schedule.pausesChanged(moment()));
    }

    /** The first version, in force from an instant, known at once. */
    Life signed(String effectiveFrom, PlannedMeasure... measures) {
        return told(1, PlanVersion.State.IN_FORCE, effectiveFrom, effectiveFrom, measures);
    }

    Life told(int version, PlanVersion.State state, String since, String effectiveFrom, PlannedMeasure... measures) {
        return told(plan(PLAN, version, Instant.parse(effectiveFrom), measures), state, since);
    }

    /** Another plan is signed after the first one has ended. */
    Life signedNext(String since, String effectiveFrom, PlannedMeasure... measures) {
        var content = plan(NEXT_PLAN, 1, Instant.parse(effectiveFrom), measures);
        return told(content, PlanVersion.State.IN_FORCE, since);
    }

    private Life told(PlanContent content, PlanVersion.State state, String since) {
        Instant at = Instant.parse(since);
        now = at.isAfter(now) ? at : now;
        int change = facts.size() + plans.versions().size() + 1;
        var told = new PlanVersion(content, state, at, change);
        act(schedule -> schedule.learn(told, moment()));
        plans = plans.with(told);
        return this;
    }

    Life until(String instant) {
        return until(Instant.parse(instant));
    }

    Life until(Instant instant) {
        now = instant;
        return act(schedule -> schedule.advance(moment()));
    }

    /** Hour by hour. */
    Life livingUntil(String instant) {
        Instant end = Instant.parse(instant);
        while (now.plus(Duration.ofHours(1)).isBefore(end)) {
            pass(Duration.ofHours(1));
        }
        return until(end);
    }

    Life pass(Duration time) {
        return until(now.plus(time));
    }

    Instant now() {
        return now;
    }

    Life down(Downtime outages) {
        downtime = outages;
        return this;
    }

    /** What partners sent is taken in up to here only. */
    Life partnersTakenInUpTo(Instant instant) {
        missedUpTo = instant;
        return this;
    }

    Life reading(String measure, String observedAt) {
        Instant at = Instant.parse(observedAt);
        return act(schedule -> {
            schedule.advance(moment());
            schedule.answeredBy(measure, at);
            readings.put(at, measure);
        });
    }

    Life submit(int week, String answeredAt, String... measures) {
        return act(schedule -> {
            schedule.advance(moment());
            schedule.submit(checkin(week).id(), List.of(measures), Instant.parse(answeredAt), Report.NONE);
        });
    }

    Checkin checkin(int week) {
        return checkins.values().stream()
                .filter(checkin -> checkin.week().number() == week)
                .findFirst()
                .orElseThrow();
    }

    /** The week whose check-in waits for an answer. */
    Optional<Integer> open() {
        return checkins.values().stream()
                .filter(checkin -> checkin.state().isOpen())
                .map(checkin -> checkin.week().number())
                .findFirst();
    }

    String effectiveFrom(int version) {
        return plans.version(PLAN, version).orElseThrow().effectiveFrom().toString();
    }

    List<CheckinFact> facts() {
        return facts;
    }

    /** Each fact as "kind week time". */
    List<String> told() {
        return facts.stream()
                .map(fact -> fact.kind() + " " + fact.checkin().week().number() + " " + fact.occurredAt())
                .toList();
    }

    /** Each reminder as "kind week time". */
    List<String> reminded() {
        return notices.stream()
                .map(notice -> notice.reminder() + " "
                        + Objects.requireNonNull(checkins.get(notice.checkin()))
                                .week()
                                .number() + " " + notice.dueAt())
                .toList();
    }

    /** When something falls due next, a miss or anything else, as it was kept last. */
    Optional<Instant> dueNext() {
        return dueNext;
    }

    Schedule schedule() {
        List<Checkin> unsettled = checkins.values().stream()
                .filter(checkin -> checkin.state() != CheckinState.PASSED)
                .toList();
        return new Schedule(new UUID(0, 3), new UUID(0, 2), episode, plans, position, unsettled);
    }

    private Life act(Consumer<Schedule> what) {
        Schedule schedule = schedule();
        what.accept(schedule);
        schedule.agenda().changed().forEach(checkin -> checkins.put(checkin.id(), checkin));
        facts.addAll(schedule.agenda().facts());
        notices.addAll(schedule.agenda().notices());
        position = schedule.position();
        dueNext = Stream.of(schedule.dueAt(), schedule.missedAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return this;
    }

    private Moment moment() {
        return new Moment(now, missedUpTo, () -> downtime, this::observed);
    }

    private Map<String, Instant> observed(Instant from, Instant to) {
        var observed = new TreeMap<String, Instant>();
        readings.subMap(from, true, to, false).forEach((at, measure) -> observed.put(measure, at));
        return observed;
    }
}
