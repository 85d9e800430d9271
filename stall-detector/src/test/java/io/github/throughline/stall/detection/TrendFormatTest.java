package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.EPISODE;
import static io.github.throughline.stall.detection.Story.PAIN;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.signed;
import static io.github.throughline.stall.detection.Story.terms;
import static io.github.throughline.stall.detection.Story.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TrendFormatTest {

    private static final String[] MEASURES = {PAIN, "PEG", "ODI", "PHQ-9"};

    @Property(tries = 60)
    void aTrendGoesOnFromItsBytesAsIfNothingHadHappened(@ForAll long seed) {
        // Given
        List<Fact> facts = AnyOrderPropertiesTest.course(new Random(seed));
        Map<String, PlanTerms> plans = plans(facts);
        EpisodeTrend kept = EpisodeTrend.begin(EPISODE);
        EpisodeTrend written = kept;

        for (Fact fact : facts) {
            // When
            Step step = kept.accept(fact);
            Step fromBytes =
                    TrendFormat.read(TrendFormat.write(written), lookUp(plans)).accept(fact);

            // Then
            assertThat(fromBytes.changes()).isEqualTo(step.changes());
            kept = step.trend();
            written = fromBytes.trend();
            assertThat(plans.keySet()).containsAll(TrendFormat.plans(written));
        }
        assertThat(written.escalations()).isEqualTo(kept.escalations());
        assertThat(TrendFormat.write(written)).hasSameSizeAs(TrendFormat.write(kept));
    }

    @Example
    void aMeasureTakesLessThanAKilobyte() {
        // Given: a year of weekly check-ins, stalled; ids as they are in life
        int one = bytes(1);
        int four = bytes(4);

        // When // Then
        assertThat((four - one) / 3).isLessThan(1024);
        assertThat(one).isLessThan(1536);
    }

    @Example
    void bytesOfAnotherFormatAreRefused() {
        // Given
        byte[] bytes = TrendFormat.write(EpisodeTrend.begin(EPISODE));
        bytes[0] = 99;

        // When // Then
        assertThatThrownBy(() -> TrendFormat.read(bytes, lookUp(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format 99");
    }

    private static int bytes(int measures) {
        var random = new Random(3);
        var planned = new HashMap<String, MeasureTerms>();
        var direction = terms(3.0, 1).measure().direction();
        for (int m = 0; m < measures; m++) {
            planned.put(MEASURES[m], terms(MEASURES[m], direction, 3.0, 1));
        }
        EpisodeTrend trend = EpisodeTrend.begin(EPISODE)
                .accept(signed(plan(1, Story.START, planned)))
                .trend();
        for (int week = 0; week < 52; week++) {
            for (int m = 0; m < measures; m++) {
                trend = trend.accept(new Fact.ReadingTaken(
                                new UUID(random.nextLong(), random.nextLong()),
                                week(week),
                                new UUID(random.nextLong(), random.nextLong()),
                                1,
                                MEASURES[m],
                                6.0 + random.nextInt(2),
                                List.of()))
                        .trend();
            }
            trend = trend.accept(Story.answered(week)).trend();
        }
        assertThat(trend.escalations()).hasSize(measures);
        return TrendFormat.write(trend).length;
    }

    private static Map<String, PlanTerms> plans(List<Fact> facts) {
        var plans = new HashMap<String, PlanTerms>();
        new ArrayList<>(facts).forEach(fact -> {
            if (fact instanceof Fact.PlanStands stands) {
                plans.put(stands.terms().digest(), stands.terms());
            }
        });
        return plans;
    }

    private static Function<String, PlanTerms> lookUp(Map<String, PlanTerms> plans) {
        return digest -> {
            PlanTerms plan = plans.get(digest);
            if (plan == null) {
                throw new IllegalStateException("no plan " + digest);
            }
            return plan;
        };
    }
}
