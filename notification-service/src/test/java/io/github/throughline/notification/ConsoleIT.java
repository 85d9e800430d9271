package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
class ConsoleIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final Browser browser;

    ConsoleIT(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @Test
    void aCoordinatorSignsInSeesAcknowledgesAndRecordsADecision() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");

        // When
        var worklist = browser.get("/console");
        var page = browser.get("/console/escalations/" + facts.escalationId());
        var held = browser.post(page, "/console/escalations/" + facts.escalationId() + "/acknowledgement", "");
        var decided = browser.post(
                held,
                "/console/escalations/" + facts.escalationId() + "/decisions",
                "kind=ADJUST_PLAN&decidedBy=" + facts.physician() + "&note=" + Browser.encode("Spoke with <b>Lee</b>"));

        // Then
        assertThat(worklist.body())
                .contains("Pain 6, 6, 7, 6 over 5 weeks; target 3", "Ada Example", "Not acknowledged");
        assertThat(page.body()).contains("Bring physician back", "Acknowledge", facts.physician() + ", physician");
        assertThat(held.body()).contains("Acknowledged by " + facts.coordinator());
        assertThat(decided.body())
                .contains("Decided by " + facts.physician() + ", recorded by " + facts.coordinator())
                .contains("Spoke with &lt;b&gt;Lee&lt;/b&gt;");
    }

    @Test
    void whatIsChosenNarrowsTheListAndStaysInTheAddress() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");

        // When
        var plateaus = browser.get("/console?severity=routine&rule=plateau&unheld=true");
        var urgent = browser.get("/console?severity=urgent");
        var regressions = browser.get("/console?rule=regression");

        // Then
        assertThat(plateaus.body())
                .contains("Ada Example", "next step in 24 hours", "Show all")
                .contains("severity=routine&amp;rule=plateau&amp;unheld=true");
        assertThat(urgent.body()).contains("Nothing here is like that").doesNotContain("Ada Example");
        assertThat(regressions.body()).contains("Nothing here is like that").doesNotContain("Ada Example");

        // When
        browser.post(
                browser.get("/console/escalations/" + facts.escalationId()),
                "/console/escalations/" + facts.escalationId() + "/acknowledgement",
                "");

        // Then
        assertThat(browser.get("/console?unheld=true").body()).doesNotContain("Ada Example");
        assertThat(browser.get("/console").body()).contains("Held by", "open again in 14 days");
    }

    @Test
    void aCoordinatorMutesWithAReasonAndIsToldAgain() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");
        String path = "/console/escalations/" + facts.escalationId();

        // When
        var without = browser.post(browser.get(path), path + "/mutes", "days=7&reason=");
        var muted = browser.post(without, path + "/mutes", "days=7&onlyThisKind=true&reason=Seen+by+%3Cb%3ELee");

        // Then
        assertThat(without.body()).contains("a mute has a reason").doesNotContain("Tell me again");
        assertThat(muted.body()).contains("You muted plateau until", "Seen by &lt;b&gt;Lee", "Tell me again");

        // When
        var end = Pattern.compile(path + "/mutes/[0-9a-f-]+/end").matcher(muted.body());
        assertThat(end.find()).isTrue();
        var told = browser.post(muted, end.group(), "");

        // Then
        assertThat(told.body()).contains("You are told again").doesNotContain("You muted");
    }

    @Test
    void nothingInlineRunsAndTheLibrariesAreOurs() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");

        // When
        var page = browser.get("/console/escalations/" + facts.escalationId());

        // Then
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" style=");
        assertThat(Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg))\"")
                        .matcher(page.body())
                        .results()
                        .map(match -> browser.get(match.group(1)).statusCode()))
                .hasSizeGreaterThanOrEqualTo(5)
                .containsOnly(200);
    }

    @Test
    void anUnrelatedCoordinatorFindsNoSuchPage() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn("somebody-else", "coordinator");

        // When
        var worklist = browser.get("/console");
        var page = browser.get("/console/escalations/" + facts.escalationId());

        // Then
        assertThat(worklist.body()).contains("Nothing needs you");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Not found").doesNotContain("Ada Example");
    }

    @Test
    void aPageThatRefreshesItselfSendsNobodyToSignIn() {
        // When
        var answer = browser.refresh("/console");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aPatientIsNotLetIn() {
        // Given
        surroundings.identity().letsIn("a-patient", "patient");

        // When
        var page = browser.get("/console");

        // Then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You may not see this");
    }

    @Test
    void aLongWorklistSaysHowLongItIsAndGoesOnOnFurtherPages() {
        // Given
        var coordinator = "busy-" + UUID.randomUUID();
        var patients = Stream.generate(() -> new Facts(coordinator)).limit(101).toList();
        patients.forEach(facts -> {
            surroundings.introduce(facts);
            surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        });
        surroundings.identity().letsIn(coordinator, "coordinator");
        await().until(() -> browser.get("/console").body().contains("<strong>101</strong>"));

        // When
        var first = browser.get("/console");
        var second = browser.get("/console?page=2");

        // Then
        assertThat(first.body()).contains("Page 1 of 2", "<strong>101</strong>");
        assertThat(rows(first)).isEqualTo(100);
        assertThat(rows(second)).isEqualTo(1);
    }

    @Test
    void whatNobodyHoldsStandsBeforeWhatSomebodyHolds() {
        // Given
        var held = raised();
        var other = new Facts(held.coordinator());
        surroundings.introduce(other);
        surroundings.identity().letsIn(held.coordinator(), "coordinator");
        var page = browser.get("/console/escalations/" + held.escalationId());
        browser.post(page, "/console/escalations/" + held.escalationId() + "/acknowledgement", "");
        surroundings.tell(EscalationChanged.newBuilder(other.plateau(1, EscalationState.RAISED))
                .setRaisedAt(Facts.START)
                .build());

        // When
        await().until(() -> rows(browser.get("/console")) == 2);

        // Then
        var list = browser.get("/console").body();
        assertThat(list.indexOf(other.escalationId().toString()))
                .isLessThan(list.indexOf(held.escalationId().toString()));
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndNotShortened() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");
        var path = "/console/escalations/" + facts.escalationId();
        var form = "kind=REFER&decidedBy=" + facts.physician() + "&note=";
        var page = browser.get(path);

        // When
        var tooLong = browser.post(page, path + "/decisions", form + "x".repeat(2001));
        var unusable = browser.post(page, path + "/decisions", form + "%00");
        var inTwoThousand = browser.post(page, path + "/decisions", form + "x%0D%0A".repeat(1000) + "%0D%0A");

        // Then
        assertThat(List.of(tooLong.body(), unusable.body())).allMatch(body -> body.contains("at most 2000 characters"));
        assertThat(inTwoThousand.body()).contains("The decision is recorded");
    }

    @Test
    void signingOutLeadsToTheIdentityProviderByNoRedirectOfAForm() {
        // Given
        surroundings.identity().letsIn("maria-" + UUID.randomUUID(), "coordinator");
        var page = browser.get("/console");

        // When
        var answer = browser.post(page, "/logout", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refresh").orElseThrow()).startsWith("0;url=");
        assertThat(browser.refresh("/console").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsSignedOutIsNotToldThatSigningInDidNotWork() {
        assertThat(browser.get("/console/signed-out").body())
                .contains("You are signed out")
                .doesNotContain("did not work");
        assertThat(browser.get("/console/signed-out?failed").body()).contains("Signing in did not work");
    }

    private static long rows(HttpResponse<String> page) {
        return Pattern.compile("id=\"row-").matcher(page.body()).results().count();
    }

    @Test
    void withoutItsTokenAFormDoesNothing() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");
        browser.get("/console");

        // When
        var answer = browser.postWithoutToken("/console/escalations/" + facts.escalationId() + "/acknowledgement");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aPatientWhoseNameIsNotKnownIsShownByTheShortId() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");
        surroundings.intake().fallSilent(true);

        try {
            // When
            var worklist = browser.get("/console");

            // Then
            assertThat(worklist.body())
                    .contains("Patient " + facts.patientId().toString().substring(0, 8))
                    .doesNotContain("Ada Example");
        } finally {
            surroundings.intake().fallSilent(false);
        }
    }

    private Facts raised() {
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        await().until(() -> !surroundings.mailbox().of(facts.coordinatorMail()).isEmpty());
        return facts;
    }
}
