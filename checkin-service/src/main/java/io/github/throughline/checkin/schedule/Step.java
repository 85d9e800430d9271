package io.github.throughline.checkin.schedule;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.checkin.PatientNotice;
import io.github.throughline.checkin.checkin.Window;
import io.github.throughline.checkin.plan.PlanVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What happens next in a schedule, when its time has come. */
sealed interface Step {

    /** By time; at one instant what ends comes before what begins. */
    Comparator<Step> ORDER = Comparator.comparing(Step::at).thenComparing(Step::rank);

    Instant at();

    int rank();

    /** A plan version takes effect. */
    record TakeEffect(PlanVersion version) implements Step {

        @Override
        public Instant at() {
            return version.effectiveFrom();
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    /** A window ends unanswered. */
    record ReportDue(Checkin checkin) implements Step {

        @Override
        public Instant at() {
            return checkin.window().endsAt();
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /** Its grace ends unanswered. */
    record Miss(Checkin checkin) implements Step {

        @Override
        public Instant at() {
            return checkin.window().graceEndsAt();
        }

        @Override
        public int rank() {
            return 2;
        }
    }

    /** The patient is reminded. @param isOvertaken whether another reminder is told anyhow */
    record Remind(Checkin checkin, PatientNotice notice, boolean isOvertaken) implements Step {

        @Override
        public Instant at() {
            return notice.dueAt();
        }

        @Override
        public int rank() {
            return 5;
        }
    }

    /** The week at hand passes without a window. */
    record Pass(Window week) implements Step {

        @Override
        public Instant at() {
            return week.endsAt();
        }

        @Override
        public int rank() {
            return 3;
        }
    }

    /** The window of the week at hand opens. */
    record Open(Window window, List<String> measures, Instant at) implements Step {

        @Override
        public int rank() {
            return 4;
        }
    }
}
