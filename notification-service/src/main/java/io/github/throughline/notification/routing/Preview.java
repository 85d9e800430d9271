package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who would be told of an escalation that nobody answers, when and why.
 *
 * @param policyVersion number; 0: the one that ships
 * @param route names of the branches that lead to it
 * @param steps in their order
 * @param undecidedAfterHours an acknowledgement holds so long without a decision; null: for ever
 */
record Preview(
        int policyVersion,
        String route,
        List<Told> steps,
        @Nullable Long undecidedAfterHours) {

    private static final int REPEATS_SHOWN = 1;

    /**
     * A step.
     *
     * @param at care time
     * @param people references; empty: nobody, and the coordinator is told in their place
     * @param why the words of the policy
     */
    record Told(Instant at, Set<String> people, List<String> why) {}

    /**
     * What is asked.
     *
     * @param rule id, e.g. plateau
     * @param program id
     * @param at care time at which it is raised
     * @param coordinator reference of the patient's coordinator
     */
    record Question(
            String rule,
            Severity severity,
            String program,
            Instant at,
            @Nullable String coordinator) {}

    static Preview of(int version, RoutingPolicy policy, Question question) {
        Route route = policy.route(question.rule(), question.severity(), question.program(), question.at());
        var told = new ArrayList<Told>();
        Instant at = question.at();
        for (Step step : route.steps()) {
            at = at.plus(step.after());
            told.add(told(policy, step, question, at));
        }
        for (int i = 0; i < REPEATS_SHOWN && route.repeatEvery() != null; i++) {
            at = at.plus(route.repeatEvery());
            told.add(told(policy, route.steps().getLast(), question, at));
        }
        return new Preview(
                version,
                route.name(),
                told,
                route.undecidedAfter() == null ? null : route.undecidedAfter().toHours());
    }

    private static Told told(RoutingPolicy policy, Step step, Question question, Instant at) {
        return new Told(
                at,
                policy.people(step, question.coordinator(), at),
                step.tell().stream().map(Preview::words).toList());
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.Coordinator() -> "the patient's coordinator";
            case Target.OnCall(String schedule) -> "on call by the schedule " + schedule;
            case Target.Person(String reference) -> "named by the policy";
        };
    }
}
