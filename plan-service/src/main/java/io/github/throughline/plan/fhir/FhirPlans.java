package io.github.throughline.plan.fhir;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.careplan.PlanVersion.State;
import io.github.throughline.plan.careplan.SignedVersion;
import io.github.throughline.platform.fhir.FhirPeriod;
import io.github.throughline.platform.fhir.FhirSystems;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.signedplan.PlannedStep;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.jspecify.annotations.Nullable;

/** Signed versions as care plans, one each: what was signed never changes, where it stands does. */
final class FhirPlans {

    private static final String ACTIVITY = "urn:throughline:activity";
    private static final String PROGRAM = "urn:throughline:program";

    private FhirPlans() {}

    /** @param before the version whose place it took; null: none */
    static CarePlan of(SignedVersion signed, MeasureCatalogue catalogue, @Nullable FhirVersionId before) {
        PlanContent content = signed.version().content().read();
        State state = signed.version().state();
        var plan = new CarePlan()
                .setStatus(status(state))
                .setIntent(CarePlanIntent.PLAN)
                .setSubject(FhirSystems.patient(content.patientId()))
                .setPeriod(period(signed, content))
                .setCreated(Date.from(content.signedAt()))
                .setAuthor(FhirSystems.member(content.signedBy()).setType("Practitioner"))
                .addCareTeam(new Reference("CareTeam/" + content.episodeId()));
        plan.setId(FhirVersionId.of(signed).toString());
        plan.setMeta(meta(signed));
        plan.addExtension(FhirSystems.episode(content.episodeId()));
        plan.addCategory(FhirSystems.coded(PROGRAM, content.program()));
        if (before != null) {
            plan.addReplaces(new Reference("CarePlan/" + before));
        }
        for (int goal = 0; goal < content.goals().size(); goal++) {
            plan.addGoal(new Reference("Goal/" + FhirGoals.id(signed, goal)));
        }
        content.activities().forEach(activity -> plan.addActivity().setDetail(detail(activity, state)));
        content.steps().forEach(step -> plan.addActivity().setDetail(detail(step, state)));
        content.measures().forEach(measure -> plan.addActivity().setDetail(detail(measure, catalogue, state)));
        return plan;
    }

    static Meta meta(SignedVersion signed) {
        return new Meta()
                .setVersionId(String.valueOf(signed.version().changes()))
                .setLastUpdated(Date.from(signed.recordedAt().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Whether the plan was in force at any time of a span. */
    static boolean isOf(CarePlan plan, FhirPeriod span) {
        Period period = plan.getPeriod();
        Instant end = period.hasEnd() ? period.getEnd().toInstant() : FhirPeriod.ALWAYS.until();
        return span.meets(period.getStart().toInstant(), end);
    }

    private static Period period(SignedVersion signed, PlanContent content) {
        var period = new Period().setStart(Date.from(content.effectiveFrom()));
        return isOver(signed.version().state())
                ? period.setEnd(Date.from(signed.version().since()))
                : period;
    }

    private static boolean isOver(State state) {
        return state != State.IN_FORCE && state != State.PAUSED;
    }

    private static CarePlanStatus status(State state) {
        return switch (state) {
            case IN_FORCE -> CarePlanStatus.ACTIVE;
            case PAUSED -> CarePlanStatus.ONHOLD;
            case COMPLETED -> CarePlanStatus.COMPLETED;
            case SUPERSEDED, STOPPED -> CarePlanStatus.REVOKED;
        };
    }

    private static CarePlanActivityDetailComponent detail(Activity activity, State state) {
        return new CarePlanActivityDetailComponent()
                .setStatus(activityStatus(state))
                .setCode(FhirSystems.coded(ACTIVITY, activity.id()).setText(activity.title()))
                .setScheduled(everyWeeks(activity.timesPerWeek(), 1))
                .setDescription(activity.title());
    }

    private static CarePlanActivityDetailComponent detail(PlannedStep step, State state) {
        var detail = new CarePlanActivityDetailComponent()
                .setStatus(activityStatus(state))
                .setKind(kind(step.kind()))
                .setCode(FhirSystems.coded(ACTIVITY, step.id()).setText(step.title()))
                .setDescription(step.title());
        var period = new Period();
        period.setEndElement(new DateTimeType(step.dueOn().toString()));
        return detail.setScheduled(period);
    }

    private static CarePlanActivityKind kind(PlannedStep.Kind kind) {
        return switch (kind) {
            case EDUCATION -> CarePlanActivityKind.TASK;
            case MEDICATION -> CarePlanActivityKind.MEDICATIONREQUEST;
            case APPOINTMENT -> CarePlanActivityKind.APPOINTMENT;
            case TEST -> CarePlanActivityKind.SERVICEREQUEST;
        };
    }

    private static CarePlanActivityDetailComponent detail(
            PlannedMeasure measure, MeasureCatalogue catalogue, State state) {
        var detail = new CarePlanActivityDetailComponent()
                .setStatus(activityStatus(state))
                .setCode(FhirSystems.measure(catalogue, measure.measure()))
                .setScheduled(everyWeeks(1, measure.everyWeeks()));
        detail.getInstantiatesCanonical()
                .add(new CanonicalType(
                        FhirSystems.questionnaireUrl(measure.measure()) + "|" + measure.measureVersion()));
        return detail;
    }

    private static CarePlanActivityStatus activityStatus(State state) {
        return switch (state) {
            case IN_FORCE -> CarePlanActivityStatus.INPROGRESS;
            case PAUSED -> CarePlanActivityStatus.ONHOLD;
            case COMPLETED -> CarePlanActivityStatus.COMPLETED;
            case SUPERSEDED, STOPPED -> CarePlanActivityStatus.STOPPED;
        };
    }

    private static Timing everyWeeks(int times, int weeks) {
        var timing = new Timing();
        timing.getRepeat().setFrequency(times).setPeriod(weeks).setPeriodUnit(UnitsOfTime.WK);
        return timing;
    }
}
