package io.github.throughline.intake.workitem;

import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.intake.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Administrative work that somebody has to do.
 *
 * @param episodeId null: none yet
 * @param owner reference of who has to do it; null: nobody yet
 * @param dueAt care time
 * @param causeId id of the fact that it follows from; one cause makes one item of a kind
 */
public record WorkItem(
        WorkItemId id,
        PatientId patientId,
        @Nullable EpisodeId episodeId,
        Kind kind,
        Status status,
        @Nullable String owner,
        Instant dueAt,
        UUID causeId,
        int version) {

    /** What is to be done, and within which time. */
    public enum Kind {
        /** A referral lacks birth date or contact; the first touchpoint needs them. */
        MISSING_INFORMATION(Duration.ofDays(2)),
        PLAN_ADJUSTMENT(Duration.ofDays(3)),
        PLAN_REVIEW(Duration.ofDays(3)),
        IMAGING_ORDER(Duration.ofDays(2)),
        REFERRAL(Duration.ofDays(3)),
        PROVIDER_REPLY(Duration.ofDays(2)),
        /** Something of the plan is due and not done. */
        CARE_GAP(Duration.ofDays(3));

        private final Duration within;

        Kind(Duration within) {
            this.within = within;
        }
    }

    /** Where it stands. */
    public enum Status {
        OPEN,
        DONE,
        CANCELLED
    }

    /** New work that follows from a fact. */
    static WorkItem arising(
            Kind kind,
            PatientId patient,
            @Nullable EpisodeId episode,
            @Nullable String owner,
            UUID causeId,
            Instant at) {
        return new WorkItem(
                WorkItemId.random(), patient, episode, kind, Status.OPEN, owner, at.plus(kind.within), causeId, 1);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    WorkItem takenUp(EpisodeId episode, String newOwner) {
        return new WorkItem(id, patientId, episode, kind, status, newOwner, dueAt, causeId, version + 1);
    }

    WorkItem ended(Status end) {
        return new WorkItem(id, patientId, episodeId, kind, end, owner, dueAt, causeId, version + 1);
    }
}
