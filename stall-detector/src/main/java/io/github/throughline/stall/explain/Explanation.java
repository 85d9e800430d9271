package io.github.throughline.stall.explain;

import io.github.throughline.signedplan.PlannedMeasure;
import io.github.throughline.stall.detection.AnsweredCheckin;
import io.github.throughline.stall.detection.CheckinAnswer.Direction;
import io.github.throughline.stall.detection.CheckinAnswer.MedicationChange;
import io.github.throughline.stall.detection.CheckinAnswer.SideEffect;
import io.github.throughline.stall.detection.Evidence;
import io.github.throughline.stall.detection.Limit;
import io.github.throughline.stall.detection.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why somebody was told, in plain words: what was reported, what the signed plan asked for, and whether it fits. */
public final class Explanation {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final double HOURS_OF_A_WEEK = 168;
    private static final int DIGITS_OF_A_DIGEST = 12;

    private final ToldEscalation told;
    private final Evidence evidence;
    private final Map<String, Limit> limits;

    private Explanation(ToldEscalation told) {
        this.told = told;
        this.evidence = told.evidence();
        this.limits = evidence.thresholds().stream().collect(Collectors.toMap(Limit::name, Function.identity()));
    }

    /**
     * The lines of it.
     *
     * @throws UnreadableEscalation when the evidence lacks what the rule needs
     */
    public static List<String> of(ToldEscalation told) {
        return new Explanation(told).lines();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s, %s: raised %s, begun %s; %s"
                .formatted(words(told.rule().id()), subject(), date(told.raisedAt()), date(told.onsetAt()), state()));
        lines.add("");
        sentences().forEach(sentence -> lines.add("  " + sentence));
        List<String> chart = TerminalChart.of(evidence);
        if (!chart.isEmpty()) {
            lines.add("");
            lines.addAll(chart);
        }
        if (!evidence.thresholds().isEmpty()) {
            lines.add("");
            lines.add("  Terms that were applied");
            lines.addAll(terms(evidence.thresholds()));
        }
        lines.add("");
        lines.add("  " + plan());
        lines.add("  " + verdict());
        return lines;
    }

    private String state() {
        boolean isOpen = told.state().equals("RAISED") || told.state().equals("UPDATED");
        return isOpen ? "open" : told.state().toLowerCase(Locale.ROOT);
    }

    private String subject() {
        return switch (told.rule()) {
            case MISSED_CHECKINS -> "check-ins";
            case SAFETY_ANSWER -> "a safety item";
            case SIDE_EFFECT, ADHERENCE -> words(told.subject());
            case PLATEAU, REGRESSION, OFF_TRACK -> told.subject();
        };
    }

    private List<String> sentences() {
        return switch (told.rule()) {
            case PLATEAU -> plateau();
            case REGRESSION -> regression();
            case OFF_TRACK -> offTrack();
            case SIDE_EFFECT -> sideEffect();
            case ADHERENCE -> adherence();
            case MISSED_CHECKINS ->
                List.of("%d check-ins in a row were not answered; from %s on somebody is told."
                        .formatted(evidence.missedCheckins().size(), limit("missedTolerance")));
            case SAFETY_ANSWER ->
                evidence.safetyAnswers().stream()
                        .map(said -> "Item %s was answered %d; of any answer above 0 somebody is told at once."
                                .formatted(said.item(), said.answer()))
                        .toList();
        };
    }

    private List<String> plateau() {
        return List.of(
                series(evidence.readings()),
                "From %s at the baseline to a level of %s now, the median of the last three: %s."
                        .formatted(number(evidence.baseline()), number(evidence.level()), change()),
                "The plan calls %s better a response, and %s better over %s progress under way; neither was seen."
                        .formatted(limit("response"), limit("progress"), limit("windowWeeks")),
                "The measurement error is %s; the last %s must show it%s."
                        .formatted(
                                limit("measurementError"),
                                count(Math.round(applied("confirmingReadings").value()), "reading"),
                                evidence.target() == null
                                        ? ""
                                        : ", and be off the target of " + number(evidence.target())));
    }

    private List<String> regression() {
        List<Reading> since = evidence.readings().stream()
                .filter(reading -> !reading.at().isBefore(told.onsetAt()))
                .toList();
        return List.of(
                "%s had held %s.".formatted(evidence.measure(), number(evidence.baseline())),
                series(since),
                "Each of them is worse than that by more than the measurement error of %s; the least by %s more."
                        .formatted(limit("measurementError"), points(evidence.margin())),
                "A change of %s matters to patients.".formatted(limit("importantChange")));
    }

    private List<String> offTrack() {
        String expected = evidence.thresholds().stream()
                .filter(limit -> limit.name().startsWith("expectedAtWeek"))
                .map(limit -> "%s better in week %s"
                        .formatted(amount(limit), limit.name().substring(14)))
                .collect(Collectors.joining(", "));
        return List.of(
                series(evidence.readings()),
                "From %s at the baseline to a level of %s now: %s."
                        .formatted(number(evidence.baseline()), number(evidence.level()), change()),
                "The program expects %s.".formatted(expected),
                "The level is worse than that by more than the band of %s; by %s more."
                        .formatted(limit("band"), points(evidence.margin())));
    }

    private List<String> sideEffect() {
        var sentences = new ArrayList<String>();
        evidence.answers().forEach(answer -> sentences.add(date(answer.at()) + ": " + said(answer)));
        sentences.add("Somebody is told of a severe one at once, of a moderate one after %s in a row or when it returns"
                .formatted(limit("persisting")));
        sentences.add("within %s; it counts as due to a medication that was started or raised within %s before."
                .formatted(limit("returnsWithinWeeks"), limit("medicationWeeks")));
        return sentences;
    }

    private List<String> adherence() {
        var sentences = new ArrayList<String>();
        evidence.answers()
                .forEach(answer -> answer.answer()
                        .activities()
                        .forEach(activity -> sentences.add("%s: done %d of %d times"
                                .formatted(date(answer.at()), activity.done(), activity.planned()))));
        sentences.add("Less than %s of the planned times in %s in a row, while:"
                .formatted(limit("leastAdherence").replace(" of the baseline", ""), limit("adherenceCheckins")));
        sentences.add(series(evidence.readings()));
        return sentences;
    }

    private static String said(AnsweredCheckin answer) {
        List<String> said = new ArrayList<>();
        answer.answer().sideEffects().forEach(effect -> said.add(effect(effect)));
        answer.answer().medicationChanges().forEach(change -> said.add(medication(change)));
        return said.isEmpty() ? "not reported" : String.join("; ", said);
    }

    private static String effect(SideEffect effect) {
        String grade = effect.grade().name().toLowerCase(Locale.ROOT);
        return effect.medication() == null ? grade : "%s, by %s".formatted(grade, effect.medication());
    }

    private static String medication(MedicationChange change) {
        String how = change.direction() == Direction.MORE
                ? "started or raised"
                : change.direction() == Direction.LESS ? "stopped or lowered" : "changed";
        return change.medication() + " " + how;
    }

    /** E.g. NPRS 6, 6, 7, 6 over 5 weeks. */
    private String series(List<Reading> readings) {
        String values =
                readings.stream().map(reading -> number(reading.value())).collect(Collectors.joining(", "));
        return "%s %s%s.".formatted(evidence.measure(), values, over(readings));
    }

    private static String over(List<Reading> readings) {
        if (readings.size() < 2) {
            return "";
        }
        Duration span =
                Duration.between(readings.getFirst().at(), readings.getLast().at());
        long weeks = Math.round(span.toHours() / HOURS_OF_A_WEEK);
        return weeks == 0 ? " within days" : " over " + count(weeks, "week");
    }

    private String change() {
        Double baseline = evidence.baseline();
        Double level = evidence.level();
        if (baseline == null || level == null) {
            throw new UnreadableEscalation("the evidence has no baseline or no level", null);
        }
        double worse =
                evidence.direction() == PlannedMeasure.Direction.HIGHER_IS_WORSE ? level - baseline : baseline - level;
        return worse == 0 ? "no change" : "%s %s".formatted(points(Math.abs(worse)), worse > 0 ? "worse" : "better");
    }

    private String limit(String name) {
        return amount(applied(name));
    }

    private Limit applied(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new UnreadableEscalation("the evidence lacks the threshold " + name, null);
        }
        return limit;
    }

    private static String amount(Limit limit) {
        String number = number(limit.value());
        return switch (limit.unit()) {
            case POINTS -> points(limit.value());
            case PERCENT -> number + " % of the baseline";
            case WEEKS -> count(Math.round(limit.value()), "week");
            case COUNT -> number;
            case FACTOR -> number + " times";
        };
    }

    /** E.g. 1 point, 1.77 points. */
    private static String points(@Nullable Double value) {
        String number = number(value);
        return number + (number.equals("1") ? " point" : " points");
    }

    /** Each with its source, which is said once where several have the same. */
    private static List<String> terms(List<Limit> limits) {
        var lines = new ArrayList<String>();
        String before = "";
        for (Limit limit : limits) {
            String source = limit.source().equals(before) ? "as above" : limit.source();
            lines.add("    %-22s %-24s %s".formatted(limit.name(), amount(limit), source));
            before = limit.source();
        }
        return lines;
    }

    private String plan() {
        ToldEscalation.Plan plan = told.plan();
        if (plan == null) {
            return "No plan was in force.";
        }
        String digest = plan.digest();
        return "By version %d of plan %s%s%s"
                .formatted(
                        plan.version(),
                        plan.id(),
                        digest == null
                                ? ""
                                : ", signed bytes "
                                        + digest.substring(0, Math.min(DIGITS_OF_A_DIGEST, digest.length())),
                        told.nextStep() == null ? "." : "; its next step: " + words(told.nextStep()) + ".");
    }

    private String verdict() {
        String by = told.ruleVersion() == told.rule().version()
                ? ""
                : " (found by version %d of the rule, computed by version %d)"
                        .formatted(told.ruleVersion(), told.rule().version());
        return told.isConfirmed()
                ? "CONFIRMED: computed again from this escalation alone, the rule holds, with this level and margin"
                        + by
                : "NOT CONFIRMED: computed again from this escalation alone, the rule does not hold as stated" + by;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String words(String code) {
        String text = code.replace('-', ' ').replace('_', ' ');
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String date(Instant at) {
        return DATE.format(at);
    }

    /** At most two decimals, none that are not needed. */
    static String number(@Nullable Double value) {
        return value == null || value.isNaN()
                ? "-"
                : BigDecimal.valueOf(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
