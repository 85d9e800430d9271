package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.watch.Fact;
import io.github.throughline.stall.stream.Refold;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationFindingsTest extends AccountedRun {

    @Test
    void anEscalationWithAGapInItsVersionsIsLost() {
        everythingArrivedOnce();
        facts.removeIf(Fact.Escalation.class::isInstance);
        notices.clear();
        arrivals.clear();
        facts.add(escalation(1));
        facts.add(escalation(3));
        told(notice, 1, "raised");
        told(UUID.randomUUID(), 3, "updated");
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void aRecordThatWasPutAsideIsLost() {
        everythingArrivedOnce();
        facts.add(new Fact.DeadLetter("stall-detector", "throughline.plan.v1"));
        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anEscalationThatARefoldFindsAndNobodyPublishedIsLost() {
        everythingArrivedOnce();
        refolded.add(new Refold.Standing(UUID.randomUUID(), true, NOW, NOW));

        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anEscalationThatStandsOtherwiseThanARefoldFindsItIsLost() {
        everythingArrivedOnce();
        refolded.clear();
        refolded.add(new Refold.Standing(escalation, false, NOW, NOW));

        assertThat(report().lost()).isEqualTo(1);
    }

    @Test
    void anEscalationThatARefoldDoesNotFindIsDoubled() {
        everythingArrivedOnce();
        refolded.clear();

        assertThat(report().doubled()).isEqualTo(1);
    }

    @Test
    void oneVersionOfAnEscalationCommittedTwiceIsDoubled() {
        everythingArrivedOnce();
        facts.add(escalation(1));

        assertThat(report().doubled()).isEqualTo(1);
    }
}
