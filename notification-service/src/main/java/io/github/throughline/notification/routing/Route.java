package io.github.throughline.notification.routing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the policy. What it leaves out it takes from the branch that it grows from.
 *
 * @param name what people call it, with the names of the branches before it
 * @param steps empty: as before
 * @param repeatEvery care time after which the last step is taken again; null: as before
 * @param undecidedAfter care time from an acknowledgement to the moment at which an escalation without a decision is open
 *     again; null: as before
 * @param routes of them the first that fits
 */
record Route(
        String name,
        Match match,
        List<Step> steps,
        @Nullable Duration repeatEvery,
        @Nullable Duration undecidedAfter,
        List<Route> routes) {

    Route {
        steps = List.copyOf(steps);
        routes = List.copyOf(routes);
    }

    /** The branch for a case, complete, without branches of its own. */
    Route to(Case what) {
        return routes.stream()
                .filter(route -> route.match.fits(what))
                .findFirst()
                .map(route -> route.after(this).to(what))
                .orElse(this);
    }

    private Route after(Route before) {
        return new Route(
                before.name + " / " + name,
                match,
                steps.isEmpty() ? before.steps : steps,
                repeatEvery == null ? before.repeatEvery : repeatEvery,
                undecidedAfter == null ? before.undecidedAfter : undecidedAfter,
                routes);
    }
}
