package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions get older by their beginning being moved: nobody waits for half an hour. */
@InSurroundings
class SessionAgeIT {

    private final String coordinator = "coordinator-" + UUID.randomUUID();
    private final JdbcClient jdbc;
    private final Browser browser;

    SessionAgeIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void signIn() {
        Surroundings.shared().identity().letsIn(coordinator, "coordinator");
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatRefreshesItselfKeepsNobodySignedIn() {
        // Given
        getsOlderBy(Duration.ofMinutes(20));
        assertThat(browser.refresh("/console").statusCode()).isEqualTo(200);

        // When
        getsOlderBy(Duration.ofMinutes(11));

        // Then
        assertThat(browser.refresh("/console").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverWorksStaysSignedInButNotForEver() {
        // Given
        getsOlderBy(Duration.ofMinutes(20));
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);

        // When
        getsOlderBy(Duration.ofMinutes(11));
        var working = browser.refresh("/console");
        getsOlderBy(Duration.ofHours(10));
        var inTheEvening = browser.refresh("/console");

        // Then
        assertThat(working.statusCode()).isEqualTo(200);
        assertThat(inTheEvening.statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutOfASessionThatHasEndedLeadsToTheSignInAndNotToARefusal() {
        // Given
        var page = browser.get("/console");
        getsOlderBy(Duration.ofMinutes(31));

        // When
        var answer = browser.post(page, "/logout", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You are signed out", "Sign in");
    }

    private void getsOlderBy(Duration time) {
        jdbc.sql("update spring_session set creation_time = creation_time - :time where principal_name = :name")
                .param("time", time.toMillis())
                .param("name", coordinator)
                .update();
    }
}
