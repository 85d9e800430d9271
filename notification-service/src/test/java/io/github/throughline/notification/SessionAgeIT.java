package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@InSurroundings
@TestPropertySource(properties = "throughline.console.session-idle=2s")
class SessionAgeIT {

    private final Browser browser;

    SessionAgeIT(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @Test
    void aPageThatRefreshesItselfKeepsNobodySignedIn() {
        // Given
        Surroundings.shared().identity().letsIn("gone-home", "coordinator");
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);

        // When
        assertThat(browser.refresh("/console").statusCode()).isEqualTo(200);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.refresh("/console").statusCode() == 401);
    }
}
