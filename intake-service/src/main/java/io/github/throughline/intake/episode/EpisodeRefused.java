package io.github.throughline.intake.episode;

import io.github.throughline.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** Why an episode can not be opened or changed as asked; one class for each cause. */
public abstract sealed class EpisodeRefused extends Problem {

    private EpisodeRefused(int status, String code, String detail, @Nullable String field) {
        super(status, code, detail, field);
    }

    /** It is closed, and nothing of a closed episode is changed but that consents are withdrawn. */
    public static final class Closed extends EpisodeRefused {
        Closed(EpisodeId id) {
            super(
                    409,
                    "EPISODE_CLOSED",
                    "episode %s is closed: consents can be withdrawn, for all else open a new one".formatted(id),
                    null);
        }
    }

    /** It would have ended before what is known to have happened in it. */
    public static final class ClosedTooEarly extends EpisodeRefused {
        ClosedTooEarly() {
            super(422, "TIME_TOO_EARLY", "an episode does not end before its last change", "occurredAt");
        }
    }

    /** The patient already has an open episode of the program. */
    public static final class AlreadyOpen extends EpisodeRefused {
        AlreadyOpen() {
            super(
                    409,
                    "EPISODE_ALREADY_OPEN",
                    "the patient has an open episode of this program; change it, or close it first",
                    "program");
        }
    }

    /** The referral already led to an episode. */
    public static final class ReferralAccepted extends EpisodeRefused {
        ReferralAccepted() {
            super(409, "REFERRAL_ALREADY_ACCEPTED", "this referral already has its episode", "referralId");
        }
    }

    /** There is no such referral. */
    public static final class UnknownReferral extends EpisodeRefused {
        UnknownReferral() {
            super(422, "UNKNOWN_REFERRAL", "no such referral; register it with POST /referrals", "referralId");
        }
    }

    /** Both or neither of patient and referral are named. */
    public static final class PatientOrReferral extends EpisodeRefused {
        PatientOrReferral() {
            super(400, "PATIENT_OR_REFERRAL", "name either patientId or referralId", "patientId");
        }
    }

    /** No such time zone. */
    public static final class TimeZoneUnknown extends EpisodeRefused {
        TimeZoneUnknown() {
            super(422, "TIME_ZONE_UNKNOWN", "name a time zone of the IANA database, e.g. Europe/Zurich", "timeZone");
        }
    }

    /** A consent names somebody who is not in the care team. */
    public static final class MemberUnknown extends EpisodeRefused {
        MemberUnknown(String field) {
            super(422, "MEMBER_UNKNOWN", "nobody in the care team has this reference; add them first", field);
        }
    }

    /** Two members of the care team have one reference. */
    public static final class MemberTwice extends EpisodeRefused {
        MemberTwice(String field) {
            super(422, "MEMBER_TWICE", "the care team names this reference twice", field);
        }
    }

    /** The coordinator is assigned, not a told member. */
    public static final class CoordinatorInCareTeam extends EpisodeRefused {
        CoordinatorInCareTeam(String field) {
            super(
                    422,
                    "COORDINATOR_IN_CARE_TEAM",
                    "leave the coordinator out of the care team and name them in the field coordinator",
                    field);
        }
    }

    /** The channel lacks what it needs to reach anybody. */
    public static final class ChannelIncomplete extends EpisodeRefused {
        ChannelIncomplete(String field, Member.Channel channel) {
            super(
                    422,
                    "CHANNEL_INCOMPLETE",
                    "channel %s needs %s"
                            .formatted(
                                    channel,
                                    switch (channel) {
                                        case EMAIL -> "a mail address";
                                        case WEBHOOK -> "an http or https URL as address";
                                        case PARTNER_TOPIC -> "a partner";
                                        case NONE -> "nothing";
                                    }),
                    field);
        }
    }

    /** A consent that holds at no instant. */
    public static final class ConsentEmpty extends EpisodeRefused {
        ConsentEmpty(String field) {
            super(422, "CONSENT_ENDS_BEFORE_IT_BEGINS", "until must be after from", field);
        }
    }
}
