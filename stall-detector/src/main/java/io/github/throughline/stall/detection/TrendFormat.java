package io.github.throughline.stall.detection;

import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes in which a trend is kept. They begin with the version of the format. Plans are cited by digest, and what an
 * escalation takes from its plan is taken from there again. Enum constants are kept by their place: new ones go to the
 * end. The formats of earlier releases are read, and written anew in this one.
 */
public final class TrendFormat {

    /** 2: what is said in check-ins, and whether a measure is off track. */
    private static final int VERSION = 2;

    private static final int OLDEST = 1;

    private TrendFormat() {}

    public static byte[] write(EpisodeTrend trend) {
        var out = new StateOutput();
        out.oneByte(VERSION);
        out.id(trend.episodeId);
        out.time(trend.now);
        out.time(trend.settledUntil);
        CourseFormat.write(trend.settled, out);
        out.each(trend.timeline.facts(), fact -> FactFormat.write(fact, out));
        out.each(trend.escalationVersions.entrySet(), entry -> {
            out.id(entry.getKey().value());
            out.number(entry.getValue());
        });
        out.each(trend.verdictVersions.entrySet(), entry -> {
            out.text(entry.getKey());
            out.number(entry.getValue());
        });
        return out.bytes();
    }

    /**
     * @param plans the plan version of a digest
     * @throws IllegalStateException when the bytes are of a format that is not known here, or cite an unknown plan
     */
    public static EpisodeTrend read(byte[] bytes, Function<String, PlanTerms> plans) {
        var in = new StateInput(bytes);
        int version = in.oneByte();
        if (version < OLDEST || version > VERSION) {
            throw new IllegalStateException("state of format %d is not known here".formatted(version));
        }
        in.setFormat(version);
        var episode = in.id();
        var now = in.time();
        var settledUntil = in.time();
        Course settled = CourseFormat.read(episode, in, plans);
        var timeline = new Timeline(in.each(() -> FactFormat.read(in, plans)));
        var escalationVersions = new HashMap<EscalationId, Integer>();
        for (int left = in.count(); left > 0; left--) {
            escalationVersions.put(new EscalationId(in.id()), in.count());
        }
        var verdictVersions = new HashMap<String, Integer>();
        for (int left = in.count(); left > 0; left--) {
            verdictVersions.put(in.text(), in.count());
        }
        return new EpisodeTrend(settled, now, settledUntil, timeline, escalationVersions, verdictVersions);
    }

    /** Digests of the plan versions that the trend cites. */
    public static Set<String> plans(EpisodeTrend trend) {
        var digests = new TreeSet<String>();
        add(digests, trend.settled.plan);
        trend.settled.register().escalations.values().forEach(escalation -> {
            var plan = escalation.plan();
            if (plan != null) {
                digests.add(plan.digest());
            }
        });
        for (Fact fact : trend.timeline.facts()) {
            if (fact instanceof Fact.PlanStands stands) {
                add(digests, stands.terms());
            }
        }
        return digests;
    }

    private static void add(Set<String> digests, @Nullable PlanTerms plan) {
        if (plan != null) {
            digests.add(plan.digest());
        }
    }
}
