package io.github.throughline.sandbox.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run comes to.
 *
 * @param command demo or replay
 * @param lost accepted without its outcome, put aside, or an escalation version missing or without a notice delivered to
 *     its coordinator
 * @param doubled one source with two outcomes, or one escalation version published twice or told under two ids
 * @param unexpected anything else that nobody foresaw: a refusal, a notice to the wrong person
 * @param findings every one of those, for people
 * @param cohorts of simulated patients; none where patients are real
 * @param nonResponderEscalationRate share of simulated non-responders with a plateau or regression, 0 to 1
 * @param earlyResponderEscalationRate the same of early responders
 * @param backtest how the escalations compare with the same readings folded in-process
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Report(
        String command,
        Map<String, Object> run,
        Checkins checkins,
        Readings readings,
        Escalations escalations,
        Notices notices,
        int lost,
        int doubled,
        int unexpected,
        List<String> findings,
        Latency latencyMs,
        List<Cohort> cohorts,
        Optional<Double> nonResponderEscalationRate,
        Optional<Double> earlyResponderEscalationRate,
        Optional<Object> backtest) {

    /** @param late of those submitted, the ones that came after their grace had ended */
    public record Checkins(int submitted, int missed, int late) {}

    /**
     * @param sent readings that clients sent; each is recorded or rejected, or it is lost
     * @param rejectedByCode the rejected ones by their stable code
     */
    public record Readings(int sent, int recorded, int rejected, Map<String, Integer> rejectedByCode) {}

    public record Escalations(int total, Map<String, Integer> byRule, int open, int resolved, int withdrawn) {}

    /**
     * Notices by their ids.
     *
     * @param byChannel delivered ones
     * @param delivered seen at their destination
     * @param failed given up
     * @param suppressed not sent since consent did not cover them
     */
    public record Notices(Map<String, Integer> byChannel, int delivered, int failed, int suppressed) {}

    /** The same with a comparison. */
    public Report with(Optional<Object> comparison) {
        return new Report(
                command,
                run,
                checkins,
                readings,
                escalations,
                notices,
                lost,
                doubled,
                unexpected,
                findings,
                latencyMs,
                cohorts,
                nonResponderEscalationRate,
                earlyResponderEscalationRate,
                comparison);
    }

    /** Whether nothing was lost, nothing doubled, and all went as arranged. */
    @JsonIgnore
    public boolean isClean() {
        return lost == 0 && doubled == 0 && unexpected == 0;
    }
}
