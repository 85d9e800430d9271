package io.github.throughline.plan.careplan;

import io.github.throughline.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** Why a plan can not be drafted, changed, signed or ended as asked; one class for each cause. */
public abstract sealed class PlanRefused extends Problem {

    private PlanRefused(int status, String code, String detail, @Nullable String field) {
        super(status, code, detail, field);
    }

    /** No such plan in the episode. */
    public static final class PlanNotFound extends PlanRefused {
        PlanNotFound() {
            super(404, "PLAN_NOT_FOUND", "the episode has no such plan", null);
        }
    }

    /** No such version of the plan. */
    public static final class VersionNotFound extends PlanRefused {
        VersionNotFound(int number) {
            super(404, "VERSION_NOT_FOUND", "the plan has no version " + number, null);
        }
    }

    /** The version in force has no such step. */
    public static final class StepNotFound extends PlanRefused {
        StepNotFound() {
            super(404, "STEP_NOT_FOUND", "the version in force has no such step; its steps stand in its content", null);
        }
    }

    /** The episode already has a plan that goes on. */
    public static final class PlanExists extends PlanRefused {
        PlanExists(CarePlanId id) {
            super(409, "PLAN_EXISTS", "the episode's plan is %s; draft its next version".formatted(id), null);
        }
    }

    /** The plan already has a draft. */
    public static final class DraftExists extends PlanRefused {
        DraftExists() {
            super(409, "DRAFT_EXISTS", "the plan already has a draft; change or sign that one", null);
        }
    }

    /** The version is signed and stays as it is. */
    public static final class AlreadySigned extends PlanRefused {
        AlreadySigned(int number) {
            super(
                    409,
                    "PLAN_ALREADY_SIGNED",
                    "version %d is signed and stays as it is; draft the next version".formatted(number),
                    null);
        }
    }

    /** Nothing of the plan was ever in force. */
    public static final class NotSigned extends PlanRefused {
        NotSigned() {
            super(409, "PLAN_NOT_SIGNED", "the plan has no signed version yet", null);
        }
    }

    /** A stall term is outside what the catalogue allows. */
    public static final class UnlawfulTerm extends PlanRefused {
        UnlawfulTerm(String field, String reason) {
            super(422, "TERM_NOT_LAWFUL", "the term can not be signed: " + reason, field);
        }
    }

    /** No version stood at the time that was asked for. */
    public static final class NotInForce extends PlanRefused {
        NotInForce() {
            super(404, "PLAN_NOT_IN_FORCE", "no version of the plan was in force then", "at");
        }
    }

    /** The plan is completed or stopped. */
    public static final class Ended extends PlanRefused {
        Ended() {
            super(409, "PLAN_ENDED", "the plan is completed or stopped; draft a new plan", null);
        }
    }

    /** It rests already. */
    public static final class AlreadyPaused extends PlanRefused {
        AlreadyPaused() {
            super(409, "PLAN_ALREADY_PAUSED", "the plan is paused already", null);
        }
    }

    /** It does not rest. */
    public static final class NotPaused extends PlanRefused {
        NotPaused() {
            super(409, "PLAN_NOT_PAUSED", "the plan is in force; there is nothing to resume", null);
        }
    }

    /** The episode is closed. */
    public static final class EpisodeClosed extends PlanRefused {
        EpisodeClosed() {
            super(409, "EPISODE_CLOSED", "the episode is closed; open a new one", null);
        }
    }

    /** Signed for, but not by a physician of the care team. */
    public static final class NotPhysicianOfCareTeam extends PlanRefused {
        NotPhysicianOfCareTeam() {
            super(
                    403,
                    "NOT_PHYSICIAN_OF_CARE_TEAM",
                    "only a physician of the episode's care team may do this; have intake add them to it",
                    null);
        }
    }

    /** Treats in the episode, but neither coordinates it nor is its physician. */
    public static final class NotMover extends PlanRefused {
        NotMover() {
            super(
                    403,
                    "NOT_COORDINATOR_OR_PHYSICIAN",
                    "only the coordinator or a physician of the episode's care team may do this; ask one of them",
                    null);
        }
    }

    /** The patient has not permitted the caller to see the plan. */
    public static final class NotConsented extends PlanRefused {
        NotConsented() {
            super(403, "CONSENT_MISSING", "the patient has not permitted you to see the plan", null);
        }
    }

    /** No such program. */
    public static final class UnknownProgram extends PlanRefused {
        UnknownProgram() {
            super(422, "UNKNOWN_PROGRAM", "no such program; see GET /programs", "program");
        }
    }

    /** The next version of a plan follows the program of the one before. */
    public static final class ProgramStays extends PlanRefused {
        ProgramStays() {
            super(422, "PROGRAM_STAYS", "a plan stays with its program; end it and draft a new one", "program");
        }
    }

    /** No such measure in the catalogue. */
    public static final class UnknownMeasure extends PlanRefused {
        UnknownMeasure(String field) {
            super(422, "UNKNOWN_MEASURE", "the catalogue has no such measure", field);
        }
    }

    /** A number or text is out of what makes sense. */
    public static final class Implausible extends PlanRefused {
        Implausible(String field, String rule) {
            super(422, "IMPLAUSIBLE_PLAN", rule, field);
        }
    }

    /** It says more than its events can carry. */
    public static final class TooLong extends PlanRefused {
        TooLong() {
            super(422, "PLAN_TOO_LONG", "the plan's texts are too long together; shorten them", null);
        }
    }

    /** A time lies before what it follows. */
    public static final class TimeTooEarly extends PlanRefused {
        private TimeTooEarly(String detail, String field) {
            super(422, "TIME_TOO_EARLY", detail, field);
        }

        static TimeTooEarly toTakeEffect() {
            return new TimeTooEarly(
                    "the time lies before what it follows; a first version may take effect from the start of today or"
                            + " the end of the plan before, a later one from its signature",
                    "effectiveFrom");
        }

        static TimeTooEarly toHappen() {
            return new TimeTooEarly(
                    "the plan came to stand as it stands after this time; leave the time out for now", "occurredAt");
        }
    }
}
