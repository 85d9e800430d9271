package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EscalationState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefoldTest {

    private final Ward ward = new Ward();

    @TempDir
    private Path state;

    @Test
    void findsInAnyOrderWhatTheTopologyPublished() {
        // Given
        var events = new ArrayList<SpecificRecord>(ward.stalled(10));
        events.add(ward.checkin(7, CheckinFact.MISSED));
        events.add(ward.checkin(8, CheckinFact.MISSED));
        var published = new ArrayList<EscalationChanged>();
        try (var bench = new StreamBench(state)) {
            bench.send(ward, events);
            published.addAll(bench.escalations());
            var decidedAt = week(9).plus(Duration.ofDays(6));
            var decision = ward.decision(published.getFirst().getEscalationId(), decidedAt);
            events.add(decision);
            bench.send(ward, decision);
            published.addAll(bench.escalations());
        }

        // When
        Collections.shuffle(events, new Random(1));
        Set<Refold.Standing> found = Refold.of(events);

        // Then
        assertThat(published).extracting(EscalationChanged::getState).contains(EscalationState.RESOLVED);
        assertThat(found).hasSizeGreaterThan(1).isEqualTo(Standings.of(published));
    }
}
