package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinFact.Kind;
import io.github.throughline.checkin.checkin.CheckinId;
import io.github.throughline.checkin.plan.PlanVersion.State;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order, the facts make sense. */
class RandomLivesTest {

    private static final String START = "2026-10-13T06:00:00Z";
    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    /** What can happen between two steps of time. */
    enum Happening {
        NOTHING,
        READING,
        SUBMISSION,
        PAUSE,
        RESUMPTION,
        NEW_VERSION,
        AWAY,
        BACK_EARLY
    }

    @Property(tries = 300)
    void factsAreUniqueAndEachCheckinEndsOnce(
            @ForAll @Size(max = 60) List<Happening> happenings,
            @ForAll @Size(value = 60) List<@IntRange(min = 1, max = 120) Integer> hours,
            @ForAll @Size(value = 60) List<@IntRange(max = 48) Integer> hoursLate) {
        var life = Life.in(ZONE.getId()).signed(START, every(1, "NPRS"), every(2, "ODI"));
        int version = 1;
        Instant lastNews = Instant.parse(START);
        for (int i = 0; i < happenings.size(); i++) {
            int reminders = life.reminded().size();
            life.pass(Duration.ofHours(hours.get(i)));
            Instant since = life.now().minus(Duration.ofHours(hoursLate.get(i)));
            lastNews = since.isAfter(lastNews) ? since : lastNews;
            version = happen(life, happenings.get(i), version, lastNews.toString());
            if (life.reminded().size() > reminders) {
                assertThat(life.now().atZone(ZONE).getHour()).isBetween(8, 19);
            }
        }

        assertEventsAreUnique(life.facts());
        life.facts().stream()
                .map(fact -> fact.checkin().id())
                .distinct()
                .forEach(id -> assertMakesSense(of(life.facts(), id)));
        assertNothingIsOverdue(life);
        assertThat(life.reminded()).doesNotHaveDuplicates();
    }

    /** @param since when the plan came to stand where it does, which may become known late */
    private static int happen(Life life, Happening happening, int version, String since) {
        String now = life.now().toString();
        switch (happening) {
            case NOTHING -> {}
            case READING -> life.reading("NPRS", now);
            case SUBMISSION -> life.open().ifPresent(week -> life.submit(week, now, "NPRS", "ODI"));
            case PAUSE -> life.told(version, State.PAUSED, since, life.effectiveFrom(version), measures(version));
            case RESUMPTION ->
                life.told(version, State.IN_FORCE, since, life.effectiveFrom(version), measures(version));
            case AWAY -> {
                LocalDate today = life.now().atZone(ZoneOffset.UTC).toLocalDate();
                life.away(today.minusDays(1).toString(), today.plusDays(9).toString());
            }
            case BACK_EARLY -> life.backEarly();
            case NEW_VERSION -> {
                life.told(version, State.SUPERSEDED, since, life.effectiveFrom(version), measures(version));
                life.told(version + 1, State.IN_FORCE, since, since, measures(version + 1));
                return version + 1;
            }
        }
        return version;
    }

    private static PlannedMeasure[] measures(int version) {
        return new PlannedMeasure[] {every(1 + version % 2, "NPRS"), every(2, "ODI")};
    }

    private static void assertEventsAreUnique(List<CheckinFact> facts) {
        var ids = new HashSet<>(facts.stream().map(CheckinFact::eventId).toList());
        assertThat(ids).hasSameSizeAs(facts);
    }

    private static List<CheckinFact> of(List<CheckinFact> facts, CheckinId id) {
        return facts.stream().filter(fact -> fact.checkin().id().equals(id)).toList();
    }

    private static void assertMakesSense(List<CheckinFact> facts) {
        assertThat(facts)
                .extracting(fact -> fact.checkin().version())
                .isSorted()
                .doesNotHaveDuplicates();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean isMissed = false;
        boolean isTakenBack = false;
        for (CheckinFact fact : facts) {
            kinds.add(fact.kind());
            switch (fact.kind()) {
                case OPENED -> isTakenBack = false;
                case MISSED -> {
                    assertThat(isMissed || isTakenBack).isFalse();
                    isMissed = true;
                }
                case REPORT_DUE -> {
                    // Without an outage a miss is taken back only since nothing was asked any more.
                    isTakenBack = isMissed;
                    isMissed = false;
                }
                case SUBMITTED -> assertThat(isMissed).isFalse();
                case SUBMITTED_LATE -> assertThat(isMissed).isTrue();
                case CORRECTED ->
                    assertThat(fact.checkin().state().isSubmitted()).isTrue();
                case TICK -> {}
            }
        }
        assertThat(kinds.contains(Kind.TICK) && kinds.size() > 1).isFalse();
    }

    private static void assertNothingIsOverdue(Life life) {
        Instant now = life.now();
        assertThat(life.dueNext()).matches(due -> due.isEmpty() || due.get().isAfter(now));
    }
}
