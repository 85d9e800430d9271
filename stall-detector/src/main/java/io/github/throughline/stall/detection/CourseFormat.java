package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.Escalation.Severity;
import io.github.throughline.stall.detection.EscalationRegister.Stalled;
import io.github.throughline.stall.detection.EscalationRegister.Watch;
import io.github.throughline.stall.detection.MissedCheckins.Missed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A course as bytes. */
final class CourseFormat {

    private CourseFormat() {}

    static void write(Course course, StateOutput out) {
        out.optional(course.plan, plan -> out.text(plan.digest()));
        out.flag(course.isPaused);
        out.each(course.trends().entrySet(), entry -> {
            out.text(entry.getKey());
            trend(entry.getValue(), out);
        });
        out.each(course.changes().entrySet(), entry -> {
            out.id(entry.getKey());
            out.number(entry.getValue().planVersion());
            out.number(entry.getValue().change());
        });
        out.each(course.checkins().missedInARow, missed -> {
            out.id(missed.checkinId());
            out.time(missed.at());
        });
        AnswerFormat.write(course.checkins().answered, out);
        register(course.register(), out);
    }

    static Course read(UUID episodeId, StateInput in, Function<String, PlanTerms> plans) {
        PlanTerms plan = in.optional(() -> plans.apply(in.text()));
        boolean isPaused = in.flag();
        var course = new Course(episodeId);
        course.plan = plan;
        course.isPaused = isPaused;
        for (int left = in.count(); left > 0; left--) {
            course.putTrend(in.text(), trend(in));
        }
        var changes = new LinkedHashMap<UUID, PlanChange>();
        for (int left = in.count(); left > 0; left--) {
            changes.put(in.id(), new PlanChange(in.count(), in.count()));
        }
        course.setChanges(changes);
        course.ownCheckins().missedInARow.addAll(in.each(() -> new Missed(in.id(), in.time())));
        course.ownCheckins().answered.addAll(answered(in));
        register(course, in, plans);
        return course;
    }

    /** Format 1 kept only that it was answered. */
    private static List<AnsweredCheckin> answered(StateInput in) {
        return in.isOfFormat(2)
                ? AnswerFormat.readAll(in)
                : in.each(() -> new AnsweredCheckin(in.id(), Instant.EPOCH, CheckinAnswer.NOTHING));
    }

    private static void trend(MeasureTrend trend, StateOutput out) {
        out.each(trend.series(), out::reading);
        out.each(trend.best(), out::reading);
        out.flag(trend.isStalled());
        out.optional(trend.lost(), out::points);
        out.flag(trend.isOffTrack());
        out.optional(trend.verdict(), verdict -> {
            out.number(verdict.kind().ordinal());
            out.number(verdict.reason().ordinal());
            out.time(verdict.since());
            out.optional(verdict.level(), out::points);
        });
    }

    private static MeasureTrend trend(StateInput in) {
        List<Reading> series = in.each(in::reading);
        List<Reading> best = in.each(in::reading);
        return new MeasureTrend(
                series,
                best,
                in.flag(),
                in.optional(in::points),
                in.isOfFormat(2) && in.flag(),
                in.optional(() -> new Verdict(
                        Verdict.Kind.values()[in.count()],
                        Verdict.Reason.values()[in.count()],
                        in.time(),
                        in.optional(in::points))));
    }

    private static void register(EscalationRegister register, StateOutput out) {
        out.each(register.escalations.values(), escalation -> EscalationFormat.write(escalation, out));
        out.each(register.resolved.entrySet(), entry -> {
            stalled(entry.getKey(), out);
            out.number(entry.getValue());
        });
        out.each(register.watched.entrySet(), entry -> {
            stalled(entry.getKey(), out);
            out.time(entry.getValue().until());
            out.number(entry.getValue().decided().ordinal());
        });
        out.each(register.closed, id -> out.id(id.value()));
    }

    private static void register(Course course, StateInput in, Function<String, PlanTerms> plans) {
        in.each(() -> EscalationFormat.read(course.episodeId, in, plans)).forEach(course.ownRegister()::add);
        for (int left = in.count(); left > 0; left--) {
            course.ownRegister().resolved.put(stalled(in), in.count());
        }
        for (int left = in.count(); left > 0; left--) {
            course.ownRegister().watched.put(stalled(in), new Watch(in.time(), Severity.values()[in.count()]));
        }
        in.each(() -> new EscalationId(in.id())).forEach(course.ownRegister().closed::add);
    }

    private static void stalled(Stalled what, StateOutput out) {
        out.number(what.rule().ordinal());
        out.text(what.subject());
    }

    private static Stalled stalled(StateInput in) {
        return new Stalled(Rule.values()[in.count()], in.text());
    }
}
