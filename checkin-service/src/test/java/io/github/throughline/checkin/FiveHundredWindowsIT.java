package io.github.throughline.checkin;

import static io.github.throughline.checkin.SignedPlans.every;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.RunningService.Home;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.testkit.records.TopicProbe;
import io.github.throughline.testkit.records.TopicWriter;
import io.github.throughline.testkit.security.TestTokens;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clocks go back in the weekend in which 500 windows are open; at the close the service is away, and then a partner. */
class FiveHundredWindowsIT {

    private static final int WINDOWS = 500;

    /** A Friday; the windows end on Monday at midnight in Zurich. */
    private static final Instant OPENING = Instant.parse("2026-10-23T06:00:00Z");

    private static final Instant END = Instant.parse("2026-10-25T23:00:00Z");
    private static final Instant GRACE_END = END.plus(Duration.ofHours(24));
    private static final String OPERATOR = TestTokens.bearer("operator-1", "operator");
    private static final Set<CheckinFact> ENDS =
            Set.of(CheckinFact.SUBMITTED, CheckinFact.SUBMITTED_LATE, CheckinFact.MISSED);

    private static final TopicWriter WRITER = TopicWriter.open();
    private static final TopicProbe<CheckinChanged> CHECKINS = TopicProbe.of(Topics.CHECKIN, CheckinChanged.class);

    /** What becomes of a window. */
    private enum Doing {
        SUBMITTED_IN_TIME,
        SUBMITTED_AFTER_THE_OUTAGE,
        MEASURED_BY_THE_PARTNER,
        SILENT
    }

    @BeforeAll
    static void alone() {
        RunningService.endShared();
    }

    @AfterAll
    static void close() {
        WRITER.close();
        CHECKINS.close();
    }

    @Test
    void eachEndsOnceAndNobodyWhoAnsweredIsMissed() {
        // Given
        try (var partner = Partner.create(WRITER)) {
            var home = new Home(Map.of("throughline.outage.heartbeat", "100ms"));
            Map<Course, Doing> courses = opened(partner);
            try (var service = RunningService.start(home, OPENING)) {
                awaitOpened(service);
                courses.forEach((course, doing) -> {
                    if (doing == Doing.SUBMITTED_IN_TIME) {
                        submit(service, course);
                    }
                });
                beatAt(service, GRACE_END.minus(Duration.ofHours(1)));
            }

            // When: the service is away for two hours, and the partner sends three hours too late
            home.execute("update heartbeat set machine_at = machine_at - interval '1 hour'");
            Instant back = GRACE_END.plus(Duration.ofHours(1));
            try (var service = RunningService.start(home, back)) {
                var declared = service.post(
                        "/outages",
                        Map.of(
                                "from", back.toString(),
                                "until", back.plus(Duration.ofHours(2)).toString()),
                        OPERATOR);
                assertThat(declared.status()).isEqualTo(201);
                beatAt(service, back);
                courses.forEach((course, doing) -> {
                    if (doing == Doing.SUBMITTED_AFTER_THE_OUTAGE) {
                        submit(service, course);
                    }
                });
                beatAt(service, back.plus(Duration.ofHours(2)));
                courses.forEach((course, doing) -> {
                    if (doing == Doing.MEASURED_BY_THE_PARTNER) {
                        partner.send(Partner.outcome("r-" + course.key(), course.key(), OPENING.plusSeconds(60))
                                .setTotal(4.0));
                    }
                });
                service.moveTo(GRACE_END.plus(Duration.ofHours(6)));
                service.settle();
            }

            // Then
            Map<String, List<CheckinFact>> ends = Awaitility.await()
                    .atMost(RunningService.PATIENCE)
                    .until(
                            FiveHundredWindowsIT::ends,
                            found -> courses.keySet().stream().allMatch(course -> found.containsKey(course.key())));
            courses.forEach((course, doing) -> assertThat(ends.get(course.key()))
                    .as("%s", doing)
                    .containsExactly(doing == Doing.SILENT ? CheckinFact.MISSED : CheckinFact.SUBMITTED));
        }
    }

    private static Map<String, List<CheckinFact>> ends() {
        var ends = new HashMap<String, List<CheckinFact>>();
        CHECKINS.recordsByKey()
                .forEach((key, facts) -> facts.stream()
                        .map(CheckinChanged::getFact)
                        .filter(ENDS::contains)
                        .forEach(end -> ends.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(end)));
        return ends;
    }

    private static Map<Course, Doing> opened(Partner partner) {
        var courses = new LinkedHashMap<Course, Doing>();
        for (int i = 0; i < WINDOWS; i++) {
            Course course = partner.course().open(WRITER, OPENING).plan(WRITER, OPENING, every(1, "NPRS"));
            courses.put(course, Doing.values()[i % Doing.values().length]);
        }
        return courses;
    }

    private static void awaitOpened(RunningService service) {
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> service.count("checkin", "state = 'OPENED'") == WINDOWS);
        service.settle();
    }

    private static void submit(RunningService service, Course course) {
        String checkin = service.get(course.path("/checkins?state=open"), course.patient())
                .body()
                .at("/0/checkinId")
                .asString();
        var answers = List.of(Map.of("measure", "NPRS", "items", Map.of("1", 5)));
        var answer = service.post(
                course.path("/checkins/" + checkin + "/submission"), Map.of("answers", answers), course.patient());
        assertThat(answer.status()).isEqualTo(201);
    }

    private static void beatAt(RunningService service, Instant careTime) {
        service.moveTo(careTime);
        Awaitility.await()
                .atMost(RunningService.PATIENCE)
                .until(() -> service.count("heartbeat", "care_at >= ?", Timestamp.from(careTime)) == 1);
        service.settle();
    }
}
