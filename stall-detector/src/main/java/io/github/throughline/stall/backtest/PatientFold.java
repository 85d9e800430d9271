package io.github.throughline.stall.backtest;

import io.github.throughline.measures.Measure;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.stall.backtest.Histories.Line;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.EscalationId;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.MeasureTerms;
import io.github.throughline.stall.detection.NameBasedId;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One patient's history, folded by the detection itself under a plan that is in force from day 0. */
final class PatientFold {

    private static final UUID NAMESPACE =
            UUID.nameUUIDFromBytes("throughline backtest".getBytes(StandardCharsets.UTF_8));
    private static final String NO_ANSWERS = "a backtest folds readings only";
    private static final CheckinTerms NO_CHECKINS = new CheckinTerms(
            1,
            0,
            Integer.MAX_VALUE,
            new SideEffectTerms(1, 0, 0, 1, NO_ANSWERS),
            new AdherenceTerms(1, 1, NO_ANSWERS),
            NO_ANSWERS);

    private final String patient;
    private final List<Line> lines;
    private final Function<Measure, MeasureTerms> terms;
    private final Instant day0;

    PatientFold(String patient, List<Line> lines, Function<Measure, MeasureTerms> terms) {
        this.patient = patient;
        this.lines = lines;
        this.terms = terms;
        this.day0 = Histories.day0(lines);
    }

    /** Those of the days up to one. */
    List<BacktestEscalation> escalations(long untilDay) {
        var last = new LinkedHashMap<EscalationId, BacktestEscalation>();
        UUID episode = NameBasedId.of(NAMESPACE, patient);
        EpisodeTrend trend = EpisodeTrend.begin(episode).accept(plan(episode)).trend();
        for (Fact fact : readings(untilDay)) {
            Step step = trend.accept(fact);
            trend = step.trend();
            for (Change change : step.changes()) {
                if (change instanceof Change.EscalationChanged escalation) {
                    last.put(escalation.escalation().id(), BacktestEscalation.of(patient, day0, escalation));
                }
            }
        }
        return List.copyOf(last.values());
    }

    private List<Fact> readings(long untilDay) {
        var facts = new ArrayList<Fact>();
        for (Line line : lines) {
            if (Histories.day(day0, line.at()) <= untilDay) {
                UUID id = lineId(line);
                facts.add(new Fact.ReadingTaken(
                        id, line.at(), id, 1, line.measure().id(), line.value(), List.of()));
            }
        }
        facts.sort(Fact.ORDER);
        return facts;
    }

    private Fact plan(UUID episode) {
        Map<String, MeasureTerms> measures = new LinkedHashMap<>();
        lines.forEach(line -> measures.computeIfAbsent(line.measure().id(), id -> terms.apply(line.measure())));
        var plan = new PlanTerms(episode, 1, "", day0, Duration.ZERO, NO_CHECKINS, measures, Set.of(), Map.of());
        return new Fact.PlanStands(episode, day0, 1, Fact.PlanState.IN_FORCE, plan);
    }

    /** The most significant half is 0 and the least is the number, so that it can be read off the id. */
    private static UUID lineId(Line line) {
        return new UUID(0, line.number());
    }
}
