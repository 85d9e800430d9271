package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.EPISODE;
import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.day;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.stands;
import static io.github.throughline.stall.detection.Story.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.stall.detection.Change.EscalationChanged;
import io.github.throughline.stall.detection.Fact.PlanState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The final set of escalations is a function of the facts, not of the order of their arrival. */
class AnyOrderPropertiesTest {

    @Property(tries = 300)
    void anyOrderWithin35DaysGivesTheSameEscalations(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        List<Fact> facts = course(random);

        // When
        Map<EscalationId, String> actual = finalSet(withinLateness(facts, random));

        // Then
        assertThat(actual).isEqualTo(foldedAsAWhole(facts));
    }

    @Property(tries = 150)
    void whatIsSettledStaysAsAFoldOfAllTogetherHasIt(@ForAll long seed) {
        // When
        List<Fact> facts = course(new Random(seed));

        // Then
        assertThat(finalSet(facts)).isEqualTo(foldedAsAWhole(facts));
    }

    @Property(tries = 150)
    void safetyAnswersHoweverLateGiveTheSameEscalations(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        List<Fact> facts = course(random).stream()
                .filter(fact -> !(fact instanceof Fact.Decided))
                .toList();
        var arrival = new HashMap<Fact, Long>();
        facts.forEach(fact -> arrival.put(
                fact,
                fact.at().toEpochMilli() + (isUnsafe(fact) ? (long) (random.nextDouble() * 200 * 86_400_000) : 0)));

        // When
        var late = facts.stream().sorted(Comparator.comparing(arrival::get)).toList();

        // Then
        assertThat(finalSet(late)).isEqualTo(finalSet(facts));
    }

    private static boolean isUnsafe(Fact fact) {
        return fact instanceof Fact.ReadingTaken taken && taken.isUnsafe();
    }

    @Property(tries = 150)
    void repeatedFactsChangeNothing(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        List<Fact> facts = course(random);
        var doubled = new ArrayList<Fact>();
        facts.forEach(fact -> {
            doubled.add(fact);
            doubled.add(facts.get(Math.max(0, facts.indexOf(fact) - random.nextInt(4))));
        });

        // When // Then
        assertThat(finalSet(doubled)).isEqualTo(finalSet(facts));
    }

    @Property(tries = 100)
    void everyMeasuredEscalationCanBeRecomputed(@ForAll long seed) {
        // When
        var escalations = changes(course(new Random(seed))).stream()
                .filter(EscalationChanged.class::isInstance)
                .map(change -> ((EscalationChanged) change).escalation());

        // Then
        assertThat(escalations).allMatch(e -> Recomputation.confirms(e.rule(), e.evidence()));
    }

    @Property(tries = 100)
    void versionsCountOnWithoutAGap(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1) int shuffled) {
        // Given
        var random = new Random(seed);
        List<Fact> facts = course(random);

        // When
        var changes = changes(shuffled == 1 ? withinLateness(facts, random) : facts);

        // Then
        var versions = new HashMap<EscalationId, Integer>();
        for (Change change : changes) {
            if (change instanceof EscalationChanged escalation) {
                int version = versions.merge(escalation.escalation().id(), 1, Integer::sum);
                assertThat(escalation.version()).isEqualTo(version);
            }
        }
    }

    /** Readings of two measures with gaps, twins and corrections, check-ins, safety answers, decisions, plan changes. */
    static List<Fact> course(Random random) {
        var facts = new ArrayList<Fact>();
        var peg = terms("PEG", terms(3.0, 1).measure().direction(), 3.0, 2);
        var version1 = plan(1, Story.START, Map.of(PAIN, Story.expecting(terms(3.0, 1)), "PEG", peg));
        facts.add(signed(version1));
        double level = 4 + random.nextInt(5);
        for (int week = 0; week < 30; week++) {
            level = Math.max(0, Math.min(10, level + random.nextGaussian() * 0.8));
            week(facts, random, week, Math.round(level));
        }
        if (random.nextBoolean()) {
            var version2 = plan(2, day(random.nextInt(150)), Map.of(PAIN, terms(3.0 + random.nextInt(2), 1)));
            facts.add(signed(version2));
        }
        if (random.nextInt(3) == 0) {
            facts.add(stands(version1, 2, PlanState.PAUSED, day(60)));
            facts.add(stands(version1, 3, PlanState.IN_FORCE, day(90)));
        }
        decisions(facts, random);
        facts.sort(Fact.ORDER);
        return facts;
    }

    private static void week(List<Fact> facts, Random random, int week, double value) {
        Instant at = day(week * 7 + random.nextInt(3) + 0.5);
        if (random.nextInt(5) == 0) {
            facts.add(Story.missed(week));
            if (random.nextInt(3) == 0) {
                facts.add(Story.answeredLate(week, at.plusSeconds(86_400L * (5 + random.nextInt(60)))));
            } else if (random.nextInt(3) == 0) {
                // observed in time, and sent afterwards
                facts.add(Story.answeredLate(week, Story.missed(week).at().minusSeconds(3600L * random.nextInt(96))));
            } else if (random.nextInt(3) == 0) {
                Instant again = Story.missed(week).at().plusSeconds(86_400L * (1 + random.nextInt(20)));
                facts.add(Story.due(week, 4, again));
                facts.add(Story.missedAgain(week, 5, again.plusSeconds(86_400)));
            }
            return;
        }
        facts.add(random.nextInt(3) == 0 ? Story.answered(week) : said(week, random));
        facts.add(Story.reading("pain " + week, 1, at, PAIN, value));
        facts.add(Story.reading("peg " + week, 1, at, "PEG", Math.min(10, value + random.nextInt(3))));
        switch (random.nextInt(10)) {
            case 0 -> facts.add(Story.reading("pain " + week, 2, at, PAIN, (double) random.nextInt(11)));
            case 1 -> facts.add(Story.reading("twin " + week, 1, at, PAIN, (double) random.nextInt(11)));
            case 2 -> facts.add(Story.answer9("phq " + week, 1, at, random.nextInt(3)));
            default -> facts.add(Story.passed(at));
        }
    }

    private static Fact said(int week, Random random) {
        var answer = answer(2, random);
        Fact.CheckinStands first = Story.answered(week, answer);
        return random.nextInt(6) != 0
                ? first
                : new Fact.CheckinStands(
                        first.at(), first.checkinId(), first.version() + 1, first.state(), answer(3, random));
    }

    private static CheckinAnswer answer(int version, Random random) {
        var grades = CheckinAnswer.Grade.values();
        var directions = CheckinAnswer.Direction.values();
        var effect = new CheckinAnswer.SideEffect(
                random.nextBoolean() ? "nausea" : "drowsiness",
                grades[random.nextInt(10) == 0 ? 2 : random.nextInt(2)],
                random.nextBoolean() ? "duloxetine" : null);
        var change = new CheckinAnswer.MedicationChange("duloxetine", directions[random.nextInt(directions.length)]);
        var exercise = new CheckinAnswer.ActivityDone("exercise", random.nextInt(5), 5);
        return new CheckinAnswer(
                version,
                random.nextBoolean() ? List.of(effect) : List.of(),
                random.nextInt(4) == 0 ? List.of(change) : List.of(),
                random.nextInt(4) != 0 ? List.of(exercise) : List.of());
    }

    /** Clinicians decide on what is told when all comes in order. */
    private static void decisions(List<Fact> facts, Random random) {
        facts.sort(Fact.ORDER);
        changes(facts).stream()
                .filter(EscalationChanged.class::isInstance)
                .map(EscalationChanged.class::cast)
                .filter(change -> change.version() == 1)
                .map(EscalationChanged::escalation)
                .filter(escalation -> escalation.isOpen() && random.nextInt(3) == 0)
                .forEach(escalation -> facts.add(Story.decided(
                        escalation, escalation.raisedAt().plusSeconds(3600L * (1 + random.nextInt(200))))));
    }

    /** Each fact arrives up to 35 days after its time. */
    private static List<Fact> withinLateness(List<Fact> facts, Random random) {
        var arrival = new HashMap<Fact, Long>();
        long most = EpisodeTrend.LATE.toMillis();
        facts.forEach(fact -> arrival.put(fact, fact.at().toEpochMilli() + (long) (random.nextDouble() * most)));
        return facts.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    private static List<Change> changes(List<Fact> facts) {
        var changes = new ArrayList<Change>();
        EpisodeTrend trend = EpisodeTrend.begin(EPISODE);
        for (Fact fact : facts) {
            Step step = trend.accept(fact);
            trend = step.trend();
            changes.addAll(step.changes());
        }
        return changes;
    }

    /** What somebody knows who kept the last version of each escalation; a plan version alone is no news. */
    private static Map<EscalationId, String> finalSet(List<Fact> facts) {
        var last = new HashMap<EscalationId, String>();
        for (Change change : changes(facts)) {
            if (change instanceof EscalationChanged escalation) {
                Escalation e = escalation.escalation();
                last.put(e.id(), inShort(e));
                if (escalation.state() == Change.State.WITHDRAWN) {
                    last.remove(e.id());
                }
            }
        }
        return last;
    }

    /** The same without a settled course: nothing is forgotten. */
    private static Map<EscalationId, String> foldedAsAWhole(List<Fact> facts) {
        Timeline all = Timeline.EMPTY;
        for (Fact fact : facts) {
            all = fact instanceof Fact.TimePassed ? all : all.with(fact).orElse(all);
        }
        var course = new Course(EPISODE);
        for (Fact fact : all.facts()) {
            course.take(fact, all);
        }
        return course.register().escalations.values().stream()
                .collect(Collectors.toMap(Escalation::id, AnyOrderPropertiesTest::inShort));
    }

    private static String inShort(Escalation e) {
        return "%s %s %s %s %s %s %s"
                .formatted(e.rule(), e.subject(), e.severity(), e.onset(), e.raisedAt(), e.end(), e.evidence());
    }
}
