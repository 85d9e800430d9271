package io.github.throughline.checkin.schedule;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.CheckinFact;
import io.github.throughline.checkin.checkin.CheckinFact.Kind;
import io.github.throughline.checkin.checkin.CheckinState;
import io.github.throughline.checkin.outage.Downtime;
import io.github.throughline.checkin.plan.PlanVersion.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of weekly check-ins across both changes of the clocks: each window ends exactly once, and nobody who answered is
 * missed. What patients do in a week is drawn by a seed.
 */
class SimulatedYearTest {

    private static final int PATIENTS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 19);
    private static final int WEEKS = 52;

    /** What a patient does about a check-in. */
    private enum Doing {
        SUBMITS,
        SUBMITS_IN_GRACE,
        IS_MEASURED_BY_A_PARTNER,
        NOTHING,
        IS_AWAY
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Zurich", "America/New_York", "Australia/Sydney"})
    void eachWindowEndsOnceAndNobodyWhoAnsweredIsMissed(String zone) {
        for (int patient = 0; patient < PATIENTS; patient++) {
            var year = new Year(ZoneId.of(zone), new Random(31L * patient + zone.length()));
            year.live();
            year.verify();
        }
    }

    private static final class Year {

        private final ZoneId zone;
        private final Random random;
        private final Life life;
        private final List<Doing> doings = new ArrayList<>();
        private final List<Downtime.Span> outages = new ArrayList<>();

        Year(ZoneId zone, Random random) {
            this.zone = zone;
            this.random = random;
            this.life = Life.in(zone.getId()).signed(local(0, 0, 7).toString(), every(1, "NPRS"), every(4, "ODI"));
        }

        void live() {
            for (int week = 0; week < WEEKS; week++) {
                Doing doing = Doing.values()[random.nextInt(Doing.values().length)];
                doings.add(doing);
                if (doing == Doing.IS_AWAY) {
                    LocalDate monday = FIRST_DAY.plusWeeks(week);
                    life.away(monday.toString(), monday.plusDays(4).toString());
                }
                if (week % 13 == 6) {
                    anotherVersion(week);
                }
                live(week, doing);
            }
            life.livingUntil(local(WEEKS, 6, 0).toString());
        }

        /** Monday to Wednesday is asked; the grace of a day ends on Thursday night, an outage of two hours at its end. */
        private void live(int week, Doing doing) {
            if (doing == Doing.SUBMITS) {
                submit(week, local(week, random.nextInt(3), 8 + random.nextInt(12)));
            } else if (doing == Doing.IS_MEASURED_BY_A_PARTNER) {
                Instant at = local(week, 1, 10);
                life.livingUntil(at.toString()).reading("NPRS", at.toString());
                life.reading("ODI", at.toString());
            }
            Instant close = local(week, 4, 0);
            life.livingUntil(close.minus(Duration.ofHours(1)).toString());
            if (week % 3 == 0) {
                // Nothing is heard from the partner for two hours, and the service is away: time jumps.
                outages.add(new Downtime.Span(close.minus(Duration.ofHours(1)), close.plus(Duration.ofHours(1))));
                life.down(new Downtime(outages)).until(close.plus(Duration.ofHours(1)));
            }
            if (doing == Doing.SUBMITS_IN_GRACE) {
                Instant inGrace = week % 3 == 0 ? close.plus(Duration.ofMinutes(90)) : close.minusSeconds(60);
                submit(week, inGrace);
            }
        }

        private void submit(int week, Instant at) {
            life.livingUntil(at.toString());
            life.submit(week, at.toString(), life.checkin(week).measures().toArray(String[]::new));
        }

        /** In the middle of the open window. */
        private void anotherVersion(int week) {
            int next = week / 13 + 2;
            String at = local(week, 0, 20).toString();
            life.livingUntil(at);
            life.told(next - 1, State.SUPERSEDED, at, life.effectiveFrom(next - 1), every(1, "NPRS"), every(4, "ODI"));
            life.told(next, State.IN_FORCE, at, at, every(1, "NPRS"), every(4, "ODI"));
        }

        private Instant local(int week, int day, int hour) {
            return ZonedDateTime.of(FIRST_DAY.plusWeeks(week).plusDays(day), LocalTime.of(hour, 0), zone)
                    .toInstant();
        }

        void verify() {
            for (int week = 0; week < WEEKS; week++) {
                int number = week;
                Doing doing = doings.get(week);
                List<Kind> ends = life.facts().stream()
                        .filter(fact -> fact.checkin().week().number() == number)
                        .map(CheckinFact::kind)
                        .filter(kind -> kind != Kind.OPENED && kind != Kind.REPORT_DUE && kind != Kind.TICK)
                        .toList();
                assertThat(ends)
                        .as("week %d in %s: %s", week, zone, doing)
                        .isEqualTo(
                                switch (doing) {
                                    case SUBMITS, SUBMITS_IN_GRACE, IS_MEASURED_BY_A_PARTNER -> List.of(Kind.SUBMITTED);
                                    case NOTHING -> List.of(Kind.MISSED);
                                    case IS_AWAY -> List.of();
                                });
                if (doing != Doing.IS_AWAY) {
                    assertIsOfWholeLocalDays(life.checkin(week));
                }
            }
        }

        private void assertIsOfWholeLocalDays(Checkin checkin) {
            ZonedDateTime opens = checkin.window().opensAt().atZone(zone);
            ZonedDateTime ends = checkin.window().endsAt().atZone(zone);
            assertThat(opens.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
            assertThat(opens.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(ends.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
            assertThat(ends.toLocalDate()).isEqualTo(opens.toLocalDate().plusDays(3));
            assertThat(checkin.state()).isNotEqualTo(CheckinState.OPENED);
        }
    }
}
