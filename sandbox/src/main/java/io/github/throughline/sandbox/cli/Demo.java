package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.report.Accounting;
import io.github.throughline.sandbox.report.Report;
import io.github.throughline.sandbox.simulation.Population;
import io.github.throughline.sandbox.simulation.Simulation;
import io.github.throughline.sandbox.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lets simulated patients live through some weeks in a running system. */
final class Demo {

    private final Session session;
    private final Population population;
    private final Simulation simulation;
    private final Instant start;

    /** @param now machine time; the weeks end with the day before, so that a seed means the same at every hour */
    Demo(Session session, Population population, Instant now) {
        this(session, population, now, Simulation.STEP);
    }

    /** @param step how far care time moves at once */
    Demo(Session session, Population population, Instant now, Duration step) {
        this.session = session;
        this.population = population;
        this.start = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(7L * population.weeks()));
        this.simulation = new Simulation(
                population, session.staff(), session.clients(), session.driver(), session.ledger(), step);
    }

    /**
     * Lives through the weeks and accounts for them.
     *
     * @param afterStep told the care time after each step
     */
    Report run(Consumer<Instant> afterStep) {
        var begin = Instant.now();
        session.listen(simulation::hear);
        simulation.enrol(start);
        simulation.live(afterStep);
        var run = new LinkedHashMap<String, Object>(Map.of(
                "patients", population.patients().size(),
                "weeks", population.weeks(),
                "seed", population.seed(),
                "careTimeFrom", start.toString(),
                "careTimeTo", simulation.now().toString(),
                "durationMs", Duration.between(begin, Instant.now()).toMillis()));
        var arrangement = simulation.arrangement(session.ledger().facts(Fact.Checkin.class));
        return Accounting.report("demo", run, session.collecting().of(arrangement), simulation.trajectories());
    }

    Simulation simulation() {
        return simulation;
    }

    Instant start() {
        return start;
    }
}
