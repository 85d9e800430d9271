package io.github.throughline.benchmarks;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.MeasureTerms;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.Step;
import io.github.throughline.stall.detection.TrendFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One reading more, folded into an episode that has 26: as they come, with the whole of what is published
 * and kept of it. Beside it what the same costs when the state is read from its bytes and written again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
@SuppressWarnings("NullAway.Init") // set by setUp
public class FoldBenchmark {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String A_SOURCE = "the benchmark";
    private static final int READINGS = 26;

    /** How pain goes: it stalls at 7, or falls to 2 within eight weeks. */
    @Param({"stalled", "recovering"})
    private String course;

    /** Days between two readings: weekly ones as patients are asked, daily ones all stand in the state. */
    @Param({"7", "1"})
    private int everyDays;

    private PlanTerms plan;
    private EpisodeTrend trend;
    private Fact next;
    private byte[] bytes;

    @Setup
    public void setUp() {
        Measure pain = MeasureCatalogue.standard().measure("NPRS").orElseThrow();
        var measure = new MeasureTerms(DefaultTerms.plannedMeasure(pain, 1, null), 3.0);
        var checkins = new CheckinTerms(
                3, 48, 2, new SideEffectTerms(2, 8, 4, 2, A_SOURCE), new AdherenceTerms(3, 50, A_SOURCE), A_SOURCE);
        plan = new PlanTerms(
                new UUID(1, 1),
                1,
                "a digest",
                START,
                Duration.ofDays(28),
                checkins,
                Map.of("NPRS", measure),
                Set.of(),
                Map.of());
        trend = EpisodeTrend.begin(new UUID(2, 2))
                .accept(new Fact.PlanStands(new UUID(3, 3), START, 1, Fact.PlanState.IN_FORCE, plan))
                .trend();
        for (int number = 0; number < READINGS; number++) {
            trend = trend.accept(reading(number)).trend();
        }
        next = reading(READINGS);
        bytes = TrendFormat.write(trend);
    }

    @Benchmark
    public Step fold() {
        return trend.accept(next);
    }

    @Benchmark
    public byte[] foldFromBytesToBytes() {
        return TrendFormat.write(
                TrendFormat.read(bytes, digest -> plan).accept(next).trend());
    }

    private Fact reading(int number) {
        double pain = course.equals("stalled") ? 7 - number % 2 : Math.max(2, 8 - number);
        var id = new UUID(4, number);
        return new Fact.ReadingTaken(
                id, START.plus(Duration.ofDays((long) everyDays * number)), id, 1, "NPRS", pain, List.of());
    }
}
