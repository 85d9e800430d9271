package io.github.throughline.plan.fhir;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanVersion.State;
import io.github.throughline.plan.careplan.SignedVersion;
import io.github.throughline.platform.fhir.FhirSystems;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;

/** What signed versions want to reach. Whether it is reached is told by the observations. */
final class FhirGoals {

    private FhirGoals() {}

    /** @param goal its place in the version, which never changes */
    static String id(SignedVersion signed, int goal) {
        return FhirVersionId.of(signed) + ".g" + (goal + 1);
    }

    static List<Goal> of(SignedVersion signed, MeasureCatalogue catalogue) {
        PlanContent content = signed.version().content().read();
        return IntStream.range(0, content.goals().size())
                .mapToObj(goal -> of(signed, content, goal, catalogue))
                .toList();
    }

    private static Goal of(SignedVersion signed, PlanContent content, int number, MeasureCatalogue catalogue) {
        var wanted = content.goals().get(number);
        boolean high = content.measure(wanted.measure())
                .map(measure -> measure.direction() == Direction.HIGHER_IS_BETTER)
                .orElse(false);
        Quantity value = FhirSystems.score(wanted.target());
        var goal = new Goal()
                .setLifecycleStatus(status(signed.version().state()))
                .setDescription(new CodeableConcept()
                        .setText("%s %s or %s"
                                .formatted(
                                        wanted.measure(), value.getValue().toPlainString(), high ? "higher" : "lower")))
                .setSubject(FhirSystems.patient(content.patientId()))
                .setExpressedBy(FhirSystems.member(content.signedBy()).setType("Practitioner"))
                .addTarget(new GoalTargetComponent()
                        .setMeasure(FhirSystems.measure(catalogue, wanted.measure()))
                        .setDetail(value.setComparator(
                                high ? QuantityComparator.GREATER_OR_EQUAL : QuantityComparator.LESS_OR_EQUAL))
                        .setDue(new DateType(wanted.by().toString())));
        goal.setId(id(signed, number));
        goal.setMeta(FhirPlans.meta(signed));
        return goal;
    }

    /** The beginning of the last day for it, as one of UTC. */
    static Instant due(Goal goal) {
        return LocalDate.parse(goal.getTargetFirstRep().getDueDateType().getValueAsString())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static GoalLifecycleStatus status(State state) {
        return switch (state) {
            case IN_FORCE -> GoalLifecycleStatus.ACTIVE;
            case PAUSED -> GoalLifecycleStatus.ONHOLD;
            case COMPLETED -> GoalLifecycleStatus.COMPLETED;
            case SUPERSEDED, STOPPED -> GoalLifecycleStatus.CANCELLED;
        };
    }
}
