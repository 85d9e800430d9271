package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Bundling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when nobody answers, and when.
 *
 * @param timeZone of all times of day in it
 * @param schedules by name
 * @param quietHours by reference of the person
 * @param bundling null: each message is told by itself
 * @param route to which every case belongs
 */
record RoutingPolicy(
        ZoneId timeZone,
        Map<String, Schedule> schedules,
        Map<String, QuietHours> quietHours,
        @Nullable Bundling bundling,
        Route route) {

    RoutingPolicy {
        schedules = Map.copyOf(schedules);
        quietHours = Map.copyOf(quietHours);
    }

    /** @param at care time */
    Route route(String rule, Severity severity, String program, Instant at) {
        return route.to(new Case(rule, severity, program, at.atZone(timeZone)));
    }

    /** From when on somebody is told of what can wait. */
    Instant tellableFrom(String person, Instant at) {
        QuietHours quiet = quietHours.get(person);
        return quiet == null ? at : quiet.tellableFrom(at);
    }

    /** References of those whom a step tells at that time; nobody where nobody is on call. */
    Set<String> people(Step step, @Nullable String coordinator, Instant at) {
        var people = new LinkedHashSet<String>();
        step.tell().stream().flatMap(target -> person(target, coordinator, at)).forEach(people::add);
        return people;
    }

    private Stream<String> person(Target target, @Nullable String coordinator, Instant at) {
        return switch (target) {
            case Target.Coordinator() -> Stream.ofNullable(coordinator);
            case Target.OnCall(String schedule) ->
                Optional.ofNullable(schedules.get(schedule))
                        .flatMap(known -> known.onCall(at.atZone(timeZone).toLocalDateTime()))
                        .stream();
            case Target.Person(String reference) -> Stream.of(reference);
        };
    }
}
