package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationState;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
class ConsoleIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final String url;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ConsoleIT(@LocalServerPort int port) {
        this.url = "http://localhost:" + port;
    }

    @Test
    void aCoordinatorSignsInSeesAcknowledgesAndRecordsADecision() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");

        // When
        var worklist = get("/console");
        var page = get("/console/escalations/" + facts.escalationId());
        var held = post(page, "/console/escalations/" + facts.escalationId() + "/acknowledgement", "");
        var decided = post(
                held,
                "/console/escalations/" + facts.escalationId() + "/decisions",
                "kind=ADJUST_PLAN&decidedBy=" + facts.physician() + "&note=" + encode("Spoke with <b>Lee</b>"));

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
    void nothingInlineRunsAndTheLibrariesAreOurs() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");

        // When
        var page = get("/console/escalations/" + facts.escalationId());

        // Then
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" style=");
        assertThat(Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg))\"")
                        .matcher(page.body())
                        .results()
                        .map(match -> get(match.group(1)).statusCode()))
                .hasSizeGreaterThanOrEqualTo(5)
                .containsOnly(200);
    }

    @Test
    void anUnrelatedCoordinatorFindsNoSuchPage() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn("somebody-else", "coordinator");

        // When
        var worklist = get("/console");
        var page = get("/console/escalations/" + facts.escalationId());

        // Then
        assertThat(worklist.body()).contains("Nothing needs you");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Not found").doesNotContain("Ada Example");
    }

    @Test
    void aPageThatRefreshesItselfSendsNobodyToSignIn() {
        // When
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/console")).header("HX-Request", "true"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aPatientIsNotLetIn() {
        // Given
        surroundings.identity().letsIn("a-patient", "patient");

        // When
        var page = get("/console");

        // Then
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You may not see this");
    }

    @Test
    void withoutItsTokenAFormDoesNothing() {
        // Given
        var facts = raised();
        surroundings.identity().letsIn(facts.coordinator(), "coordinator");
        get("/console");

        // When
        var answer = send(HttpRequest.newBuilder(
                        URI.create(url + "/console/escalations/" + facts.escalationId() + "/acknowledgement"))
                .POST(HttpRequest.BodyPublishers.noBody()));

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
            var worklist = get("/console");

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
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !surroundings.mailbox().of(facts.coordinatorMail()).isEmpty());
        return facts;
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private HttpResponse<String> post(HttpResponse<String> from, String path, String form) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(from.body());
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.group(1)) + "&" + form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
