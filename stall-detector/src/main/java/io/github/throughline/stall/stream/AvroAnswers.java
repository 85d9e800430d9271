package io.github.throughline.stall.stream;

import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.MedicationChangeKind;
import io.github.throughline.schemas.checkin.SideEffectSeverity;
import io.github.throughline.schemas.escalation.EvidenceActivity;
import io.github.throughline.schemas.escalation.EvidenceAnswer;
import io.github.throughline.schemas.escalation.EvidenceMedicationChange;
import io.github.throughline.schemas.escalation.EvidenceSideEffect;
import io.github.throughline.schemas.escalation.MedicationDirection;
import io.github.throughline.schemas.escalation.SideEffectGrade;
import io.github.throughline.stall.detection.AnsweredCheckin;
import io.github.throughline.stall.detection.CheckinAnswer;
import io.github.throughline.stall.detection.CheckinAnswer.ActivityDone;
import io.github.throughline.stall.detection.CheckinAnswer.Direction;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.MedicationChange;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import java.util.List;

/** What was said in check-ins, from events and to evidence and back. A severity that is not known here is severe. */
final class AvroAnswers {

    private AvroAnswers() {}

    static CheckinAnswer answer(CheckinChanged event) {
        return new CheckinAnswer(
                event.getVersion(),
                event.getSideEffects().stream()
                        .map(said -> new SideEffect(said.getTerm(), grade(said.getSeverity()), said.getMedication()))
                        .toList(),
                event.getMedicationChanges().stream()
                        .map(said -> new MedicationChange(said.getMedication(), direction(said.getChange())))
                        .toList(),
                event.getAdherence().stream()
                        .map(said -> new ActivityDone(said.getActivity(), said.getDone(), said.getPlanned()))
                        .toList());
    }

    static List<EvidenceAnswer> evidence(List<AnsweredCheckin> answers) {
        return answers.stream().map(AvroAnswers::evidence).toList();
    }

    /** Evidence says nothing of corrections: each answer is as it was used. */
    static List<AnsweredCheckin> of(List<EvidenceAnswer> evidence) {
        return evidence.stream().map(AvroAnswers::answered).toList();
    }

    private static EvidenceAnswer evidence(AnsweredCheckin answered) {
        CheckinAnswer answer = answered.answer();
        return new EvidenceAnswer(
                answered.checkinId(),
                answered.at(),
                answer.sideEffects().stream()
                        .map(said -> new EvidenceSideEffect(
                                said.term(),
                                SideEffectGrade.valueOf(said.grade().name()),
                                said.medication()))
                        .toList(),
                answer.medicationChanges().stream()
                        .map(said -> new EvidenceMedicationChange(
                                said.medication(),
                                MedicationDirection.valueOf(said.direction().name())))
                        .toList(),
                answer.activities().stream()
                        .map(said -> new EvidenceActivity(said.activity(), said.done(), said.planned()))
                        .toList());
    }

    private static AnsweredCheckin answered(EvidenceAnswer evidence) {
        var answer = new CheckinAnswer(
                0,
                evidence.getSideEffects().stream()
                        .map(said -> new SideEffect(said.getTerm(), grade(said.getGrade()), said.getMedication()))
                        .toList(),
                evidence.getMedicationChanges().stream()
                        .map(said -> new MedicationChange(said.getMedication(), direction(said.getDirection())))
                        .toList(),
                evidence.getActivities().stream()
                        .map(said -> new ActivityDone(said.getActivity(), said.getDone(), said.getPlanned()))
                        .toList());
        return new AnsweredCheckin(evidence.getCheckinId(), evidence.getAnsweredAt(), answer);
    }

    private static Grade grade(SideEffectSeverity severity) {
        return switch (severity) {
            case MILD -> Grade.MILD;
            case MODERATE -> Grade.MODERATE;
            case SEVERE, UNKNOWN -> Grade.SEVERE;
        };
    }

    private static Grade grade(SideEffectGrade grade) {
        return switch (grade) {
            case MILD -> Grade.MILD;
            case MODERATE -> Grade.MODERATE;
            case SEVERE, UNKNOWN -> Grade.SEVERE;
        };
    }

    private static Direction direction(MedicationChangeKind change) {
        return switch (change) {
            case STARTED, INCREASED -> Direction.MORE;
            case STOPPED, DECREASED -> Direction.LESS;
            case UNKNOWN -> Direction.OTHER;
        };
    }

    private static Direction direction(MedicationDirection direction) {
        return direction == MedicationDirection.UNKNOWN ? Direction.OTHER : Direction.valueOf(direction.name());
    }
}
