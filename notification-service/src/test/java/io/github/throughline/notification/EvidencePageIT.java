package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

@InSurroundings
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePageIT {

    private static final String COORDINATOR = "maria-santos";

    private final Browser browser;

    EvidencePageIT(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    /** By the instance: only then does the service run that is told. */
    @BeforeAll
    void fill() {
        new SampleWard(COORDINATOR).fill();
    }

    @BeforeEach
    void signIn() {
        Surroundings.shared().identity().letsIn(COORDINATOR, "coordinator");
    }

    @Test
    void aPlateauIsShownWithItsTrendItsThresholdsAndThePlanThatItCites() {
        pageSays("Ada Lindqvist", "Signature valid", "Version 2, in force", "Signed by physician-");
        pageSays("Ada Lindqvist", "exactly what the escalation cites", "Bring the physician back within two weeks");
        pageSays("Ada Lindqvist", "30 % of baseline", "Response to treatment", "Important change (MCID)");
        pageSays("Ada Lindqvist", "Stalled since", "Plan 1", "Plan 2", "Onset", "Raised", "Other reading");
    }

    @Test
    void missedCheckinsAreNamedByTheirWeeks() {
        pageSays("Dmitri Petrov", "week 7, week 8, week 9", "Missed in a row");
    }

    @Test
    void aSafetyAnswerIsNamedByItsItem() {
        pageSays("Esther Nakamura", "Signature valid", "Item 9 was answered 2.");
    }

    @Test
    void aPlanThatSomebodyElseSignedIsSaidToBeSo() {
        assertThat(pageSays("Femke de Vries", "Signature not valid")).doesNotContain("Signature valid");
    }

    /** The patient's escalation as soon as it says all of it: the topics come one after the other. */
    private String pageSays(String patient, String... wanted) {
        await().untilAsserted(() -> assertThat(escalationOf(patient)).contains(wanted));
        return escalationOf(patient);
    }

    private String escalationOf(String patient) {
        var row = Arrays.stream(browser.get("/console").body().split("<li class=\"item"))
                .filter(item -> item.contains(patient))
                .findFirst();
        var link = Pattern.compile("href=\"(/console/escalations/[^\"]+)\"").matcher(row.orElse(""));
        return link.find() ? browser.get(link.group(1)).body() : "";
    }
}
