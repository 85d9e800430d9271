package io.github.throughline.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Bundling;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyReadingTest {

    private static final String POLICY = """
            timeZone: Europe/Berlin
            schedules:
              backup:
                people: [anna, ben]
                from: 2026-03-02T08:00
                everyDays: 7
            bundles: {gather: 10m, interval: 4h}
            people:
              carla: {quiet: 20:00-07:00}
              dora: {quiet: 22:00-06:00, timeZone: America/New_York}
            route:
              name: everything
              steps:
                - tell: [coordinator]
                - {tell: ["schedule:backup"], after: 4h}
                - {tell: ["person:lead"], after: 1d}
              undecidedAfter: 3d
              routes:
                - name: safety
                  match: {severities: [safety]}
                  steps:
                    - tell: [coordinator, "schedule:backup"]
                    - {tell: ["person:lead"], after: 30m}
                  repeatEvery: 2h
                - name: at night
                  match: {hours: 20:00-07:00, programs: [low-back-pain]}
                  undecidedAfter: 5d
            """;

    /** A Tuesday in the second week of the schedule, at noon there. */
    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    private final RoutingPolicy policy = PolicyReading.read(POLICY);

    @Test
    void aCaseTakesTheFirstRouteThatFitsAndInheritsWhatThatLeavesOut() {
        // When
        Route usual = policy.route("plateau", Severity.ROUTINE, "low-back-pain", NOON);
        Route safety = policy.route("safety-answer", Severity.SAFETY, "low-back-pain", NOON);
        Route night = policy.route("plateau", Severity.ROUTINE, "low-back-pain", Instant.parse("2026-03-10T22:00:00Z"));

        // Then
        assertThat(usual.name()).isEqualTo("everything");
        assertThat(usual.steps())
                .extracting(Step::after)
                .containsExactly(Duration.ZERO, Duration.ofHours(4), Duration.ofDays(1));
        assertThat(safety.name()).isEqualTo("everything / safety");
        assertThat(safety.undecidedAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(safety.repeatEvery()).isEqualTo(Duration.ofHours(2));
        assertThat(night.name()).isEqualTo("everything / at night");
        assertThat(night.steps()).isEqualTo(usual.steps());
        assertThat(night.undecidedAfter()).isEqualTo(Duration.ofDays(5));
        assertThat(policy.route("plateau", Severity.ROUTINE, "knee", Instant.parse("2026-03-10T22:00:00Z")))
                .extracting(Route::name)
                .isEqualTo("everything");
    }

    @Test
    void aDryRunSaysWhoWouldBeToldWhenAndWhy() {
        // When
        Preview preview = Preview.of(
                3, policy, new Preview.Question("safety-answer", Severity.SAFETY, "low-back-pain", NOON, "carla"));

        // Then
        assertThat(preview.route()).isEqualTo("everything / safety");
        assertThat(preview.undecidedAfterHours()).isEqualTo(72);
        assertThat(preview.steps())
                .extracting(Preview.Told::at)
                .containsExactly(NOON, NOON.plusSeconds(1_800), NOON.plusSeconds(1_800 + 7_200));
        assertThat(preview.steps().getFirst().people()).containsExactly("carla", "ben");
        assertThat(preview.steps().getFirst().why())
                .containsExactly("the patient's coordinator", "on call by the schedule backup");
        assertThat(preview.steps().get(1).people()).containsExactly("lead");
    }

    /** In Berlin clocks go forward at 2 in the morning of 29 March 2026. */
    @Test
    void quietHoursEndAtTheSameTimeOfDayInSummer() {
        assertThat(policy.tellableFrom("carla", NOON)).isEqualTo(NOON);
        assertThat(policy.tellableFrom("carla", Instant.parse("2026-03-10T21:00:00Z")))
                .isEqualTo("2026-03-11T06:00:00Z");
        assertThat(policy.tellableFrom("carla", Instant.parse("2026-03-28T22:00:00Z")))
                .isEqualTo("2026-03-29T05:00:00Z");
        assertThat(policy.tellableFrom("carla", Instant.parse("2026-03-29T04:59:00Z")))
                .isEqualTo("2026-03-29T05:00:00Z");
        assertThat(policy.tellableFrom("dora", Instant.parse("2026-03-10T03:00:00Z")))
                .isEqualTo("2026-03-10T10:00:00Z");
        assertThat(policy.tellableFrom("somebody else", Instant.parse("2026-03-10T21:00:00Z")))
                .isEqualTo("2026-03-10T21:00:00Z");
    }

    @Test
    void howMessagesAreBundledIsRead() {
        assertThat(policy.bundling()).isEqualTo(new Bundling(Duration.ofMinutes(10), Duration.ofHours(4)));
    }

    @Test
    void thePolicyThatShipsCanBeUsed() {
        assertThat(PolicyVersion.shipped().policy().route().steps()).isNotEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnceWithTheirPlaces() {
        // Given
        String faulty = """
                timeZone: Mars/Olympus
                schedules:
                  backup: {people: [], from: next week, everyDays: 0}
                people:
                  carla: {quiet: nights}
                bundles: {gather: 10}
                route:
                  steps:
                    - {tell: [coordinator], after: 4h}
                    - {tell: ["schedule:nights"]}
                    - {tell: [], after: soon}
                  routes:
                    - match: {severities: [severe], rules: [plato], days: [funday], hours: all}
                """;

        // When // Then
        assertThatThrownBy(() -> PolicyReading.read(faulty))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("timeZone must be a time zone")
                .hasMessageContaining("schedules.backup.people must be at least one")
                .hasMessageContaining("schedules.backup.from must be a date and time of day")
                .hasMessageContaining("schedules.backup.everyDays must be at least 1")
                .hasMessageContaining("bundles.gather 10 must be a time above 0")
                .hasMessageContaining("bundles.interval is missing")
                .hasMessageContaining("people.carla.quiet must be two times of day")
                .hasMessageContaining("route.steps[0].after must not be there")
                .hasMessageContaining("route.steps[1].after is missing")
                .hasMessageContaining("route.steps[1].tell[0] schedule:nights is neither")
                .hasMessageContaining("route.steps[2].tell must name somebody")
                .hasMessageContaining("route.steps[2].after soon must be a time above 0")
                .hasMessageContaining("route.routes[0].match.severities severe is not known")
                .hasMessageContaining("route.routes[0].match.rules plato is not known")
                .hasMessageContaining("route.routes[0].match.days funday is not known")
                .hasMessageContaining("route.routes[0].match.hours must be two times of day");
    }

    @Test
    void whatIsLeftEmptyIsNamedWithItsPlace() {
        // Given
        String faulty = """
                timeZone: UTC
                schedules:
                  backup:
                  nights: {people: [~, null], from: 2026-03-02T08:00}
                  weekend:
                    people: [""]
                    from: 2026-03-02T08:00
                    overrides:
                      -
                      - {person: "", from: 2026-03-02T08:00, until: 2026-03-03T08:00}
                people:
                  anna:
                  ben: {quiet: 20:00-20:00}
                route:
                  steps:
                    - tell:
                        -
                        - coordinator
                    -
                  routes:
                    -
                    - match: {rules: [~], severities: [null], programs: [~], days: [null]}
                """;

        // When // Then
        assertThatThrownBy(() -> PolicyReading.read(faulty))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("schedules.backup is empty")
                .hasMessageContaining("schedules.nights.people[0] is empty")
                .hasMessageContaining("schedules.nights.people[1] is empty")
                .hasMessageContaining("schedules.weekend.people[0] is empty")
                .hasMessageContaining("schedules.weekend.overrides[0] is empty")
                .hasMessageContaining("schedules.weekend.overrides[1].person is empty")
                .hasMessageContaining("people.anna is empty")
                .hasMessageContaining("people.ben.quiet must end at another time than it begins")
                .hasMessageContaining("route.steps[0].tell[0] is empty")
                .hasMessageContaining("route.steps[1] is empty")
                .hasMessageContaining("route.routes[0] is empty")
                .hasMessageContaining("route.routes[1].match.rules[0] is empty")
                .hasMessageContaining("route.routes[1].match.severities[0] is empty")
                .hasMessageContaining("route.routes[1].match.programs[0] is empty")
                .hasMessageContaining("route.routes[1].match.days[0] is empty");
    }

    @Test
    void aReferenceThatCouldNotBeKeptIsRefused() {
        // Given
        String longest = "x".repeat(255);
        String faulty = """
                timeZone: UTC
                schedules:
                  backup:
                    people: ["%1$s", "%1$sy", "an\\0na"]
                    from: 2026-03-02T08:00
                    overrides:
                      - {person: "%1$sy", from: 2026-03-02T08:00, until: 2026-03-03T08:00}
                  "": {people: [anna], from: 2026-03-02T08:00}
                people:
                  "be\\nn": {quiet: 20:00-07:00}
                route:
                  steps:
                    - tell: ["person:%1$s", "person:%1$sy", "person:an\\0na", "person: "]
                """.formatted(longest);

        // When // Then
        assertThatThrownBy(() -> PolicyReading.read(faulty))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("schedules.backup.people[1] must not be longer than 255 characters")
                .hasMessageContaining("schedules.backup.people[2] must be without control characters")
                .hasMessageContaining("schedules.backup.overrides[0].person must not be longer than 255 characters")
                .hasMessageContaining("schedules. is empty")
                .hasMessageContaining("people.be\nn must be without control characters")
                .hasMessageContaining("route.steps[0].tell[1] must not be longer than 255 characters")
                .hasMessageContaining("route.steps[0].tell[2] must be without control characters")
                .hasMessageContaining("route.steps[0].tell[3] is empty")
                .hasMessageNotContainingAny("people[0]", "tell[0]");
    }

    @Test
    void whatIsNoPolicyAtAllIsSaidWithItsPlace() {
        assertThatThrownBy(() -> PolicyReading.read("route:\n  steps:\n    - {tel: [coordinator]}\n"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("route.steps[0].tel is not known; known are [")
                .hasMessageContaining("tell");
        assertThatThrownBy(() -> PolicyReading.read("route: {steps: 4}"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessage("route.steps is not of the kind that it must be");
        assertThatThrownBy(() -> PolicyReading.read("timeZone: UTC\n  route: ["))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessage("line 2 is no YAML");
        assertThatThrownBy(() -> PolicyReading.read("timeZone: UTC"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessage("route is missing");
    }
}
