package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeFindingsTest extends AccountedRun {

    @Test
    void anEscalationWhoseNoticeNeverArrivedIsLost() {
        everythingArrivedOnce();
        arrivals.clear();
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aNoticeThatNobodyKeepsIsDoubled() {
        everythingArrivedOnce();
        arrivals.add(mail(UUID.randomUUID(), NOW));
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void aVersionToldUnderTwoIdsIsDoubledAndTheSameIdTwiceIsNot() {
        everythingArrivedOnce();
        arrivals.add(mail(notice, NOW.plusMillis(900)));
        assertThat(report().isClean()).isTrue();
        told(UUID.randomUUID(), 1, "raised");
        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void aNoticeToAnotherCoordinatorDoesNotReachTheRightOne() {
        everythingArrivedOnce();
        notices.clear();
        notices.add(notice(notice, 1, "raised", "coordinator-2", true));

        assertThat(report().lost()).isEqualTo(1);
        assertThat(report().findings()).anyMatch(finding -> finding.contains("who does not coordinate"));
    }

    @Test
    void aMailToAnotherMailboxIsFound() {
        everythingArrivedOnce();
        arrivals.clear();
        arrivals.add(new Arrival("email", notice, List.of("somebody@clinic.example"), NOW));

        assertThat(report().unexpected()).isEqualTo(1);
    }

    @Test
    void aProviderIsToldAsLongAsThePatientConsents() {
        everythingArrivedOnce();
        var toProvider = UUID.randomUUID();
        notices.add(notice(toProvider, 1, "raised", "pcp-1", false));
        arrivals.add(new Arrival("webhook", toProvider, List.of("family-practice"), NOW));
        assertThat(report().isClean()).isTrue();

        lastConsent = NOW.minusSeconds(1);
        assertThat(report().findings()).singleElement().asString().contains("without consent");
    }

    @Test
    void severalProvidersOfOneVersionWhoCouldNotBeToldAreNotDoubled() {
        everythingArrivedOnce();
        told(UUID.randomUUID(), 1, "provider-not-told");
        told(UUID.randomUUID(), 1, "provider-not-told");

        assertThat(report().isClean()).isTrue();
    }
}
