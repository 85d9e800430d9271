package io.github.throughline.stall.explain;

import io.github.throughline.signedplan.PlannedMeasure.Direction;
import io.github.throughline.stall.detection.AnsweredCheckin;
import io.github.throughline.stall.detection.CheckinAnswer;
import io.github.throughline.stall.detection.CheckinAnswer.ActivityDone;
import io.github.throughline.stall.detection.CheckinAnswer.Grade;
import io.github.throughline.stall.detection.CheckinAnswer.MedicationChange;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import io.github.throughline.stall.detection.Evidence;
import io.github.throughline.stall.detection.Limit;
import io.github.throughline.stall.detection.Reading;
import io.github.throughline.stall.detection.Recomputation;
import io.github.throughline.stall.detection.Rule;
import io.github.throughline.stall.detection.SafetyAnswer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An escalation as the worklist tells it.
 *
 * @param ruleVersion version of the rule that found it
 * @param subject what stalls: a measure's id, a side-effect term, an activity, checkins, or a reading's id
 * @param plan the plan version whose terms were applied; null: none
 * @param nextStep code of the plan's next step; null: the plan names none
 */
public record ToldEscalation(
        UUID id,
        Rule rule,
        int ruleVersion,
        String subject,
        String severity,
        String state,
        Instant onsetAt,
        Instant raisedAt,
        @Nullable Plan plan,
        @Nullable String nextStep,
        Evidence evidence) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param digest SHA-256 of the signed bytes; null: not told */
    public record Plan(UUID id, int version, @Nullable String digest) {}

    /**
     * Reads an answer of {@code GET /escalations/ID}.
     *
     * @throws UnreadableEscalation when it is none, or of a rule that is not known here
     */
    public static ToldEscalation read(byte[] answer) {
        try {
            JsonNode root = JSON.readTree(answer);
            return of(root.has("escalation") ? root.required("escalation") : root);
        } catch (JacksonException | IllegalArgumentException e) {
            String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new UnreadableEscalation(reason, e);
        }
    }

    /** Whether the evidence gives the verdict again, with the level and margin that it states. */
    public boolean isConfirmed() {
        try {
            return Recomputation.confirms(rule, evidence);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEscalation(e.getMessage(), e);
        }
    }

    private static ToldEscalation of(JsonNode told) {
        return new ToldEscalation(
                uuid(told, "id"),
                rule(text(told, "rule")),
                told.required("ruleVersion").intValue(),
                text(told, "subject"),
                text(told, "severity"),
                text(told, "state"),
                instant(told, "onsetAt"),
                instant(told, "raisedAt"),
                told.hasNonNull("plan") ? plan(told.get("plan")) : null,
                optional(told, "nextStep"),
                evidence(told.required("evidence")));
    }

    private static Rule rule(String id) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule %s is not known here".formatted(id)));
    }

    private static Plan plan(JsonNode told) {
        return new Plan(uuid(told, "planId"), told.required("version").intValue(), optional(told, "digest"));
    }

    private static Evidence evidence(JsonNode told) {
        JsonNode higherIsBetter = told.path("higherIsBetter");
        return new Evidence(
                optional(told, "measure"),
                !higherIsBetter.isBoolean()
                        ? null
                        : higherIsBetter.booleanValue() ? Direction.HIGHER_IS_BETTER : Direction.HIGHER_IS_WORSE,
                number(told, "baseline"),
                number(told, "level"),
                number(told, "target"),
                number(told, "margin"),
                all(told, "readings", ToldEscalation::reading),
                all(told, "thresholds", ToldEscalation::limit),
                all(told, "missedCheckins", id -> UUID.fromString(id.stringValue())),
                all(
                        told,
                        "safetyAnswers",
                        said -> new SafetyAnswer(
                                text(said, "item"), said.required("answer").intValue())),
                all(told, "answers", ToldEscalation::answer));
    }

    private static Reading reading(JsonNode told) {
        Double value = number(told, "value");
        UUID id = uuid(told, "readingId");
        return new Reading(id, id, instant(told, "observedAt"), value == null ? Double.NaN : value);
    }

    private static Limit limit(JsonNode told) {
        return new Limit(
                text(told, "name"),
                told.required("value").doubleValue(),
                Limit.Unit.valueOf(text(told, "unit").toUpperCase(Locale.ROOT)),
                text(told, "source"));
    }

    private static AnsweredCheckin answer(JsonNode told) {
        var answer = new CheckinAnswer(
                0,
                all(
                        told,
                        "sideEffects",
                        said -> new SideEffect(
                                text(said, "term"),
                                Grade.valueOf(text(said, "grade").toUpperCase(Locale.ROOT)),
                                optional(said, "medication"))),
                all(
                        told,
                        "medicationChanges",
                        said -> new MedicationChange(
                                text(said, "medication"),
                                CheckinAnswer.Direction.valueOf(
                                        text(said, "direction").toUpperCase(Locale.ROOT)))),
                all(
                        told,
                        "activities",
                        said -> new ActivityDone(
                                text(said, "activity"),
                                said.required("done").intValue(),
                                said.required("planned").intValue())));
        return new AnsweredCheckin(uuid(told, "checkinId"), instant(told, "answeredAt"), answer);
    }

    private static <T> List<T> all(JsonNode told, String name, Function<JsonNode, T> one) {
        return told.path(name).valueStream().map(one).toList();
    }

    private static String text(JsonNode told, String name) {
        return told.required(name).stringValue();
    }

    private static @Nullable String optional(JsonNode told, String name) {
        return told.hasNonNull(name) ? told.get(name).stringValue() : null;
    }

    private static @Nullable Double number(JsonNode told, String name) {
        return told.hasNonNull(name) ? (Double) told.get(name).doubleValue() : null;
    }

    private static UUID uuid(JsonNode told, String name) {
        return UUID.fromString(text(told, name));
    }

    private static Instant instant(JsonNode told, String name) {
        try {
            return Instant.parse(text(told, name));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is no instant", e);
        }
    }
}
