package io.github.throughline.sandbox.cli;

import static org.awaitility.Awaitility.await;

import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.client.Intake.Member;
import io.github.throughline.sandbox.client.Intake.Wish;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.watch.Fact;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A patient whose check-in is open, and who has got a link to it. */
record PatientWithLink(Session session, Intake.Opened episode, URI link) {

    private static final Person PHYSICIAN = Person.physician("physician");
    private static final Person COORDINATOR = Person.coordinator("coordinator");
    private static final String PROGRAM = "low-back-pain";

    static PatientWithLink enrolled(Session session) {
        session.staff()
                .coordinators()
                .forEach(one ->
                        session.clients().intake().registerCoordinator(one.reference(), one.name(), one.email()));
        var episode = session.clients()
                .intake()
                .open(new Wish(
                        "Pat Page",
                        PROGRAM,
                        PROGRAM,
                        ZoneId.of("Europe/Zurich"),
                        Optional.of(COORDINATOR.subject()),
                        List.of(Member.clinician(PHYSICIAN.subject(), "PHYSICIAN", "Dr. Page")),
                        Map.of()));
        session.driver().awaitQuiet();
        var plans = session.clients().plans();
        plans.sign(PHYSICIAN, episode.episodeId(), plans.draft(PHYSICIAN, episode.episodeId(), PROGRAM));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !session.clients()
                        .checkins()
                        .open(COORDINATOR, episode.episodeId())
                        .isEmpty());
        return new PatientWithLink(
                session, episode, session.clients().checkins().link(COORDINATOR, episode.episodeId()));
    }

    /** The measures of the patient's readings, as the topic tells them. */
    List<String> readings() {
        return session.ledger().facts(Fact.Outcome.class).stream()
                .filter(outcome -> outcome.patientId().equals(episode.patientId()))
                .map(Fact.Outcome::measure)
                .toList();
    }

    long submissions() {
        return session.ledger().facts(Fact.Checkin.class).stream()
                .filter(checkin -> checkin.patientId().equals(episode.patientId()))
                .filter(checkin -> checkin.what().equals("SUBMITTED"))
                .count();
    }
}
