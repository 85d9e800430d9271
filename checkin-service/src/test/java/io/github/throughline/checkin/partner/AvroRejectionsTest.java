package io.github.throughline.checkin.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.checkin.reading.Refusal;
import io.github.throughline.checkin.reading.Refusal.Code;
import io.github.throughline.platform.outbox.OutboxEvent;
import io.github.throughline.schemas.partner.PartnerRejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvroRejectionsTest {

    private static final Instant NOW = Instant.parse("2026-10-14T08:00:00Z");
    private static final Place PLACE =
            new Place("clinic", "throughline.partner.clinic.outcome.v1", 2, 7, Instant.EPOCH);

    @Test
    void aRecordIdIsTheKey() {
        OutboxEvent event = event("r-1", "recordId");

        assertThat(event.key()).isEqualTo("r-1");
        assertThat(rejection(event).getRecordId()).isEqualTo("r-1");
    }

    @Test
    void aRecordIdThatTheOutboxCanNotHoldIsLeftOut() {
        OutboxEvent event = event("r\0", "recordId");

        assertThat(event.key()).isEqualTo(PLACE.toString());
        assertThat(rejection(event).getRecordId()).isNull();
    }

    @Test
    void aLongRecordIdIsCutBetweenCharacters() {
        String start = "r".repeat(199);

        assertThat(event(start + "\ud83d\ude00".repeat(30), "recordId").key()).isEqualTo(start);
    }

    @Test
    void aFieldIsNamedAsFarAsItIsOurs() {
        assertThat(rejection(event("r-1", "items.9")).getField()).isEqualTo("items.9");
        assertThat(rejection(event("r-1", "items.9\0")).getField()).isEqualTo("items");
        assertThat(rejection(event("r-1", "items." + "9".repeat(1000))).getField())
                .isEqualTo("items");
    }

    private static OutboxEvent event(@Nullable String recordId, String field) {
        return AvroRejections.event(PLACE, recordId, Refusal.of(Code.UNKNOWN_ITEM, field), NOW, NOW);
    }

    private static PartnerRejection rejection(OutboxEvent event) {
        return (PartnerRejection) event.record();
    }
}
