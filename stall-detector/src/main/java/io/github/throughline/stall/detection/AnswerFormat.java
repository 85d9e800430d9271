package io.github.throughline.stall.detection;

import io.github.throughline.stall.detection.CheckinAnswer.ActivityDone;
import io.github.throughline.stall.detection.CheckinAnswer.Direction;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.MedicationChange;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import java.util.List;

/** What was said in check-ins as bytes. */
final class AnswerFormat {

    private AnswerFormat() {}

    static void write(CheckinAnswer answer, StateOutput out) {
        out.number(answer.version());
        out.each(answer.sideEffects(), effect -> {
            out.text(effect.term());
            out.number(effect.grade().ordinal());
            out.optional(effect.medication(), out::text);
        });
        out.each(answer.medicationChanges(), change -> {
            out.text(change.medication());
            out.number(change.direction().ordinal());
        });
        out.each(answer.activities(), activity -> {
            out.text(activity.activity());
            out.number(activity.done());
            out.number(activity.planned());
        });
    }

    static CheckinAnswer read(StateInput in) {
        return new CheckinAnswer(
                in.count(),
                in.each(() -> new SideEffect(in.text(), Grade.values()[in.count()], in.optional(in::text))),
                in.each(() -> new MedicationChange(in.text(), Direction.values()[in.count()])),
                in.each(() -> new ActivityDone(in.text(), in.count(), in.count())));
    }

    static void write(List<AnsweredCheckin> answers, StateOutput out) {
        out.each(answers, answered -> {
            out.id(answered.checkinId());
            out.time(answered.at());
            write(answered.answer(), out);
        });
    }

    static List<AnsweredCheckin> readAll(StateInput in) {
        return in.each(() -> new AnsweredCheckin(in.id(), in.time(), read(in)));
    }
}
