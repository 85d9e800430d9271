package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.client.Checkins.Answer;
import io.github.throughline.sandbox.client.Crowd;
import io.github.throughline.sandbox.client.Intake;
import io.github.throughline.sandbox.client.Intake.Member;
import io.github.throughline.sandbox.client.Intake.Wish;
import io.github.throughline.sandbox.client.PartnerTopics;
import io.github.throughline.sandbox.client.Person;
import io.github.throughline.sandbox.report.Arrangement;
import io.github.throughline.sandbox.report.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Patients who all report at once, many readings each, every second one through a partner. They get worse by the day. */
final class Load {

    static final int PATIENTS = 16;
    static final int READINGS_EACH = 50;

    private static final Duration DAYS = Duration.ofDays(20);
    private static final Person PHYSICIAN = Person.physician("physician");

    private final Session session;
    private final Instant start;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final Crowd crowd = new Crowd();
    private final Map<Integer, Intake.Opened> episodes = new ConcurrentHashMap<>();

    /** @param now machine time; what is reported lies in the days before */
    Load(Session session, Instant now) {
        this.session = session;
        this.start = now.minus(DAYS);
    }

    /** Plans are in force from the first day, and care time stands at the last. */
    void prepare() {
        session.driver().moveTo(start);
        session.staff()
                .coordinators()
                .forEach(one ->
                        session.clients().intake().registerCoordinator(one.reference(), one.name(), one.email()));
        crowd.each(numbers(), number -> episodes.put(number, open(number)));
        session.driver().awaitQuiet();
        crowd.each(episodes.values(), this::plan);
        session.driver().awaitQuiet();
        session.driver().moveTo(start.plus(DAYS));
        session.driver().awaitQuiet();
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, PATIENTS).boxed().toList();
    }

    private Intake.Opened open(int number) {
        return session.clients()
                .intake()
                .open(new Wish(
                        "Patient " + number,
                        "depression",
                        "depression",
                        ZoneId.of("UTC"),
                        Optional.of("coordinator"),
                        List.of(Member.clinician(PHYSICIAN.subject(), "PHYSICIAN", "Dr. Load")),
                        Map.of(session.staff().lab(), partnerPatient(number))));
    }

    private void plan(Intake.Opened episode) {
        var plans = session.clients().plans();
        plans.sign(
                PHYSICIAN,
                episode.episodeId(),
                plans.draft(PHYSICIAN, episode.episodeId(), "depression", List.of("BDI")));
    }

    private String partnerPatient(int number) {
        return "load-" + run + "-" + number;
    }

    /** Sends everything, and returns when all of it was accepted. */
    void send() {
        crowd.each(numbers(), number -> IntStream.range(0, READINGS_EACH).forEach(reading -> send(number, reading)));
    }

    private void send(int number, int reading) {
        var recordId = partnerPatient(number) + "-" + reading;
        var at = start.plus(DAYS.multipliedBy(reading + 1L).dividedBy(READINGS_EACH + 1L));
        int value = 10 + 30 * reading / READINGS_EACH;
        if (number % 2 == 0) {
            var record =
                    new PartnerTopics.Reading(recordId, partnerPatient(number), "BDI", at, Map.of(), (double) value);
            var acceptedAt = session.clients().partners().write(session.staff().lab(), record);
            session.ledger()
                    .sent(new Sent.PartnerRecord(session.staff().lab(), recordId, Optional.empty(), acceptedAt));
        } else {
            var episode = known(number);
            var answer = new Answer("BDI", Map.of(), Optional.of(BigDecimal.valueOf(value)));
            var id = session.clients()
                    .checkins()
                    .record(Person.patient(episode.patientId()), episode.episodeId(), recordId, at, answer);
            session.ledger().sent(new Sent.SingleReading(recordId, id, Instant.now()));
        }
    }

    private Intake.Opened known(int number) {
        return Optional.ofNullable(episodes.get(number)).orElseThrow();
    }

    int accepted() {
        return session.ledger().allSent().size();
    }

    Arrangement arrangement() {
        Map<UUID, String> coordinators = episodes.values().stream()
                .collect(Collectors.toMap(Intake.Opened::patientId, Intake.Opened::coordinator));
        return new Arrangement(coordinators, session.staff().mailboxes(), Map.of(), Set.of());
    }
}
