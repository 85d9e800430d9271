package io.github.throughline.notification.console;

import io.github.throughline.notification.decision.DecisionKind;
import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.notice.ChannelName;
import io.github.throughline.notification.notice.Notice;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.notification.notice.NoticeState;
import io.github.throughline.notification.worklist.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codes in the words of the ward. */
final class Words {

    private static final String EXPECTED = "expectedAtWeek";

    private Words() {}

    /** E.g. low-back-pain to Low back pain. */
    static String plain(String code) {
        return Why.words(code.toLowerCase(Locale.ROOT));
    }

    static String decision(DecisionKind kind) {
        return switch (kind) {
            case CONTINUE_AND_WATCH -> "Continue and watch";
            case ADJUST_PLAN -> "Adjust the plan";
            case BRING_PHYSICIAN_BACK -> "Bring the physician back";
            case ORDER_IMAGING -> "Order imaging";
            case REFER -> "Refer";
            case CONTACT_PATIENT -> "Contact the patient";
        };
    }

    static String state(Escalation escalation) {
        return switch (escalation.state()) {
            case RAISED, UPDATED -> "Open";
            case WITHDRAWN -> "Withdrawn: late data disproved it";
            case RESOLVED -> resolution(escalation.resolution());
        };
    }

    private static String resolution(Escalation.@Nullable Resolution resolution) {
        return switch (resolution) {
            case null -> "Resolved";
            case RECOVERED -> "Resolved: recovered";
            case DECIDED -> "Resolved: decided";
            case PLAN_CHANGED -> "Resolved: the plan changed";
            case ENDED -> "Resolved: the episode ended";
            case OTHER -> "Resolved";
        };
    }

    /** What a threshold of the plan's terms means. */
    static String threshold(String name) {
        return switch (name) {
            case "measurementError" -> "Measurement error (MDC)";
            case "importantChange" -> "Important change (MCID)";
            case "response" -> "Response to treatment";
            case "progress" -> "Progress over the window";
            case "minimumWeeks" -> "Not before";
            case "minimumReadings" -> "Readings needed";
            case "windowWeeks" -> "Window";
            case "confirmingReadings" -> "Confirming readings";
            case "missedTolerance" -> "Missed in a row";
            case "muchWorse" -> "Much worse, in errors";
            case "band" -> "Band below the expected course";
            case "persisting" -> "Persists when said in a row";
            case "returnsWithinWeeks" -> "Returns within";
            case "medicationWeeks" -> "Due to a medication within";
            case "adherenceCheckins" -> "Check-ins in a row";
            case "leastAdherence" -> "Done from";
            default -> name.startsWith(EXPECTED) ? "Expected after week " + name.substring(EXPECTED.length()) : name;
        };
    }

    /** E.g. 1.77 points, 30 % of baseline, 1 week. */
    static String amount(double value, String unit) {
        String number = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        String plural = number.equals("1") ? "" : "s";
        return switch (unit) {
            case "points" -> number + " point" + plural;
            case "percent" -> number + " % of baseline";
            case "weeks" -> number + " week" + plural;
            default -> number;
        };
    }

    /** What was done with a medication. */
    static String medication(String direction) {
        return switch (direction) {
            case "more" -> "started or raised";
            case "less" -> "stopped or lowered";
            default -> "changed";
        };
    }

    /** E.g. PCP, physician. */
    static String role(String role) {
        return role.equals("pcp") ? "PCP" : role;
    }

    static String channel(@Nullable ChannelName channel) {
        return switch (channel) {
            case null -> "";
            case EMAIL -> "Mail";
            case WEBHOOK -> "Webhook";
            case PARTNER_TOPIC -> "Partner topic";
        };
    }

    static String kind(NoticeKind kind) {
        return switch (kind) {
            case PROVIDER_NOT_TOLD -> "Provider not told";
            case CONSENT_WITHDRAWN -> "Consent withdrawn, provider not told";
            case UNACKNOWLEDGED -> "Nobody acknowledged";
            case UNDECIDED -> "Nothing decided, open again";
            case RAISED, UPDATED, RESOLVED, WITHDRAWN -> plain(kind.name());
        };
    }

    static String noticeState(Notice notice) {
        String reason = notice.reason() == null ? "" : reason(notice.reason());
        return switch (notice.state()) {
            case WAITING ->
                notice.audience().isOfTheClinic()
                        ? "Waits for others of this patient, or the end of quiet hours"
                        : "Waits for the coordinator to acknowledge";
            case BUNDLED -> "On its way with others of this patient";
            case PENDING -> reason.isEmpty() ? "On its way" : "Will be tried again: " + reason;
            case DELIVERED -> "Delivered";
            case SUPPRESSED -> "Not sent: " + reason;
            case FAILED -> "Failed: " + reason;
        };
    }

    static boolean isTrouble(Notice notice) {
        return notice.state() == NoticeState.FAILED
                || (notice.state() == NoticeState.PENDING && notice.reason() != null);
    }

    private static String reason(String code) {
        return switch (code) {
            case "no-consent" -> "no consent";
            case "muted" -> "muted by themselves";
            case "not-in-care-team" -> "no longer in the care team";
            case "no-channel" -> "reads the console only";
            case "no-usable-channel" -> "no channel that reaches them";
            case "overtaken" -> "overtaken by a newer notice";
            case "intake-silent", "intake-refused" -> "address and consent not known at the moment";
            case "address-unknown" -> "address not known";
            case "smtp-failed", "smtp-not-signed-in" -> "mail server not reached";
            case "address-refused", "bad-address", "no-address" -> "the address does not take it";
            case "too-slow", "webhook-too-slow" -> "the other side did not come to an end in time";
            case "webhook-gone" -> "the address asked not to be called again";
            case "webhook-unreachable" -> "webhook not reached";
            case "webhook-without-tls" -> "webhook address without TLS";
            case "webhook-set-up-wrong" -> "webhook is set up wrongly";
            case "no-secret" -> "webhook has no signing secret";
            case "no-partner-patient" -> "partner's patient id not known";
            default -> code;
        };
    }
}
