package io.github.throughline.notification.worklist;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.escalation.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why somebody was told, in one line from the evidence alone. */
public final class Why {

    private static final int READINGS_SHOWN = 4;
    private static final double HOURS_OF_A_WEEK = 168;

    private Why() {}

    /** E.g. Pain 6, 6, 7, 6 over 3 weeks; target 3. */
    public static String inOneLine(Escalation escalation, MeasureNames names) {
        return switch (escalation.rule()) {
            case "plateau", "off-track" -> plateau(escalation, names);
            case "side-effect" -> sideEffect(escalation);
            case "adherence" -> adherence(escalation, names);
            case "regression" -> regression(escalation, names);
            case "missed-checkins" -> missed(escalation.evidence());
            case "safety-answer" -> safety(escalation, names);
            default -> "%s: %s".formatted(ruleName(escalation.rule()), escalation.subject());
        };
    }

    /** E.g. Missed check-ins. */
    public static String ruleName(String rule) {
        return switch (rule) {
            case "plateau" -> "Plateau";
            case "regression" -> "Regression";
            case "off-track" -> "Off track";
            case "side-effect" -> "Side effect";
            case "adherence" -> "Adherence";
            case "missed-checkins" -> "Missed check-ins";
            case "safety-answer" -> "Safety answer";
            default -> rule;
        };
    }

    private static String plateau(Escalation escalation, MeasureNames names) {
        Evidence evidence = escalation.evidence();
        List<Evidence.Value> last = last(scored(evidence.readings()));
        String target = evidence.target() == null ? "" : "; target " + number(evidence.target());
        return measure(escalation, names) + " " + values(last) + over(last) + target;
    }

    /** E.g. Nausea: moderate, moderate over 1 week. */
    private static String sideEffect(Escalation escalation) {
        List<Evidence.Answer> answers = escalation.evidence().answers();
        String grades = answers.stream()
                .map(answer -> answer.sideEffects().stream()
                        .map(Evidence.SideEffect::grade)
                        .findFirst()
                        .orElse("none"))
                .collect(Collectors.joining(", "));
        return words(escalation.subject()) + ": " + grades + (answers.size() < 2 ? "" : over(span(answers)));
    }

    /** E.g. Home exercise 0 of 5, 1 of 5, 0 of 5 over 2 weeks while Pain 7, 7, 6 over 2 weeks; target 3. */
    private static String adherence(Escalation escalation, MeasureNames names) {
        List<Evidence.Answer> answers = escalation.evidence().answers();
        String done = answers.stream()
                .flatMap(answer -> answer.activities().stream())
                .map(activity -> activity.done() + " of " + activity.planned())
                .collect(Collectors.joining(", "));
        return "%s %s%s, while %s"
                .formatted(
                        words(escalation.subject()),
                        done,
                        answers.size() < 2 ? "" : over(span(answers)),
                        plateau(escalation, names));
    }

    /** A code as people write it, e.g. home-exercise as Home exercise. */
    public static String words(String code) {
        String text = code.replace('-', ' ').replace('_', ' ');
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Duration span(List<Evidence.Answer> answers) {
        return Duration.between(
                answers.getFirst().answeredAt(), answers.getLast().answeredAt());
    }

    private static String regression(Escalation escalation, MeasureNames names) {
        Evidence evidence = escalation.evidence();
        List<Evidence.Value> since = last(scored(evidence.readings()).stream()
                .filter(reading -> !reading.observedAt().isBefore(escalation.onsetAt()))
                .toList());
        String before = evidence.baseline() == null ? "" : "; had held " + number(evidence.baseline());
        return measure(escalation, names) + " " + values(since) + over(since) + before;
    }

    private static String missed(Evidence evidence) {
        int missed = evidence.missedCheckins().size();
        return missed == 1 ? "1 check-in missed" : missed + " check-ins missed in a row";
    }

    private static String safety(Escalation escalation, MeasureNames names) {
        String answers = escalation.evidence().safetyAnswers().stream()
                .map(answer -> "item %s answered %d".formatted(answer.item(), answer.answer()))
                .collect(Collectors.joining(", "));
        String measure = escalation.evidence().measure();
        return "Safety answer%s%s"
                .formatted(
                        measure == null ? "" : " in " + names.inShort(measure) + " (" + measure + ")",
                        answers.isEmpty() ? "" : ": " + answers);
    }

    private static String measure(Escalation escalation, MeasureNames names) {
        return names.inShort(Objects.requireNonNullElse(escalation.evidence().measure(), escalation.subject()));
    }

    private static List<Evidence.Value> scored(List<Evidence.Value> readings) {
        return readings.stream().filter(reading -> reading.value() != null).toList();
    }

    private static List<Evidence.Value> last(List<Evidence.Value> readings) {
        return readings.subList(Math.max(0, readings.size() - READINGS_SHOWN), readings.size());
    }

    private static String values(List<Evidence.Value> readings) {
        return readings.stream()
                .map(reading -> number(Objects.requireNonNull(reading.value())))
                .collect(Collectors.joining(", "));
    }

    private static String over(List<Evidence.Value> readings) {
        if (readings.size() < 2) {
            return "";
        }
        return over(Duration.between(
                readings.getFirst().observedAt(), readings.getLast().observedAt()));
    }

    private static String over(Duration span) {
        long weeks = Math.round(span.toHours() / HOURS_OF_A_WEEK);
        return switch ((int) weeks) {
            case 0 -> " within days";
            case 1 -> " over 1 week";
            default -> " over " + weeks + " weeks";
        };
    }

    /** At most one decimal, and none where it is 0. */
    public static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
