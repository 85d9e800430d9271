package io.github.throughline.sandbox.cli;

import static org.awaitility.Awaitility.await;

import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.client.Intake.Member;
import io.github.throughline.sandbox.client.Intake.Wish;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.sink.Mail;
import io.github.throughline.sandbox.watch.Fact;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A patient whose check-in is open, and who has got a link to it. */
record PatientWithLink(Session session, Intake.Opened episode, String email, URI link) {

    private static final Person PHYSICIAN = Person.physician("physician");
    private static final Person COORDINATOR = Person.coordinator("coordinator");
    private static final int NOON = 12;
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
                        whereItIsNoon(),
                        Optional.of(COORDINATOR.subject()),
                        List.of(Member.clinician(PHYSICIAN.subject(), "PHYSICIAN", "Dr. Page")),
                        Map.of()));
        String email = "patient-" + episode.patientId() + "@home.example";
        session.clients().intake().reachAt(COORDINATOR, episode.patientId(), "Pat Page", email);
        session.driver().awaitQuiet();
        var plans = session.clients().plans();
        plans.sign(PHYSICIAN, episode.episodeId(), plans.draft(PHYSICIAN, episode.episodeId(), PROGRAM));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !session.clients()
                        .checkins()
                        .open(COORDINATOR, episode.episodeId())
                        .isEmpty());
        String invitation = mail(session, email, "Your check-in is open");
        return new PatientWithLink(session, episode, email, link(invitation));
    }

    /** Nobody is mailed at night, whenever this runs. The database of zones counts these westward. */
    private static ZoneId whereItIsNoon() {
        int hour = Instant.now().atZone(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT%+d".formatted(hour - NOON));
    }

    private static URI link(String mail) {
        return mail.lines()
                .filter(line -> line.contains("/checkin/"))
                .map(line -> URI.create(line.strip()))
                .findFirst()
                .orElseThrow();
    }

    /** The code that was mailed last. */
    String code() {
        return mail(session, email, "Your code").replaceAll("(?s).*?([0-9]{6}).*", "$1");
    }

    /** The text of a mail, once it has arrived. */
    private static String mail(Session session, String to, String subject) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> session.sinks().mailsAfter(0).stream()
                                .filter(mail -> mail.recipients().contains(to)
                                        && mail.subject().equals(subject))
                                .reduce((earlier, later) -> later)
                                .map(Mail::body),
                        Optional::isPresent)
                .orElseThrow();
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
