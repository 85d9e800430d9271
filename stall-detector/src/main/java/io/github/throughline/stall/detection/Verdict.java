package io.github.throughline.stall.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the recent readings of a measure say.
 *
 * @param since event time since which it holds
 * @param level in points of the measure; null: too early
 */
public record Verdict(
        Kind kind, Reason reason, Instant since, @Nullable Double level) {

    /** What the readings say. */
    public enum Kind {
        TOO_EARLY,
        IMPROVING,
        ON_TARGET,
        STALLED,
        WORSENING
    }

    /** Why. */
    public enum Reason {
        TOO_FEW_WEEKS("too-few-weeks"),
        TOO_FEW_READINGS("too-few-readings"),
        LEVEL_AT_TARGET("level-at-target"),
        RESPONSE_REACHED("response-reached"),
        PROGRESS_OR_UNCONFIRMED("progress-or-unconfirmed"),
        NO_RESPONSE_AND_NO_PROGRESS("no-response-and-no-progress"),
        WORSE_THAN_SUSTAINED("worse-than-best-sustained-level"),
        NO_PLAN("no-plan"),
        PLAN_CHANGED("plan-changed"),
        BELOW_EXPECTED_COURSE("below-expected-course");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /** There is none, for a reason that lies in the plan. */
    static Verdict none(Reason reason, Instant since) {
        return new Verdict(Kind.TOO_EARLY, reason, since, null);
    }

    /** This verdict, since as long as the earlier one if it says the same. */
    Verdict following(@Nullable Verdict earlier) {
        return earlier != null && earlier.says(this) ? new Verdict(kind, reason, earlier.since, level) : this;
    }

    boolean says(Verdict other) {
        return kind == other.kind && reason == other.reason;
    }
}
