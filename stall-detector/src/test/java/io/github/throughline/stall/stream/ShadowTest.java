package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.escalation.EscalationChanged;
import io.github.throughline.schemas.escalation.EvidenceThreshold;
import io.github.throughline.stall.backtest.UnusableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector that tries other terms on the same events. */
class ShadowTest {

    private final Ward ward = new Ward();

    @TempDir
    private Path folder;

    @Test
    void itsEscalationsStandOnATopicOfTheirOwnByItsOwnTerms() throws IOException {
        try (var inForce = new StreamBench(folder.resolve("in-force"));
                var shadow = StreamBench.inTheShadow(folder.resolve("shadow"), trying("minimumWeeks: 7"))) {
            // When
            inForce.send(ward, ward.stalled(10));
            shadow.send(ward, ward.stalled(10));

            // Then: one escalation, by the same id
            EscalationChanged told = inForce.escalations().getFirst();
            List<EscalationChanged> tried = shadow.escalations(Topics.SHADOW_ESCALATION);
            assertThat(tried).extracting(EscalationChanged::getEscalationId).containsExactly(told.getEscalationId());
            assertThat(threshold(tried.getFirst())).isEqualTo(7);
            assertThat(threshold(told)).isNotEqualTo(7);
            assertThat(shadow.escalations()).isEmpty();
            assertThat(shadow.verdicts()).isEmpty();
        }
    }

    @Test
    void termsThatAskForMoreFindLess() throws IOException {
        try (var shadow = StreamBench.inTheShadow(folder.resolve("shadow"), trying("minimumWeeks: 20"))) {
            // When
            shadow.send(ward, ward.stalled(10));

            // Then
            assertThat(shadow.escalations(Topics.SHADOW_ESCALATION)).isEmpty();
        }
    }

    @Test
    void whatItCanNotTakeInIsPutAsideByTheDetectorInForceAlone() throws IOException {
        try (var shadow = StreamBench.inTheShadow(folder.resolve("shadow"), trying("minimumWeeks: 7"))) {
            // When
            shadow.sendRaw(Topics.OUTCOME, ward.key(), "no record".getBytes(StandardCharsets.UTF_8));
            shadow.send(ward, ward.answer9(Ward.week(1), 2));

            // Then
            assertThat(shadow.escalations(Topics.SHADOW_ESCALATION)).hasSize(1);
            assertThat(shadow.deadLetters()).isEmpty();
        }
    }

    @Test
    void termsThatNoPlanCouldHaveEndTheStart() throws IOException {
        assertThatThrownBy(() -> trying("confirmingReadings: 0"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("plateau.confirmingReadings must be at least 1");
    }

    private static Double threshold(EscalationChanged event) {
        return event.getEvidence().getThresholds().stream()
                .filter(threshold -> threshold.getName().equals("minimumWeeks"))
                .map(EvidenceThreshold::getValue)
                .findFirst()
                .orElseThrow();
    }

    private PlanReading trying(String plateau) throws IOException {
        Path terms =
                Files.writeString(folder.resolve("terms.yaml"), "measures: {NPRS: {plateau: {%s}}}".formatted(plateau));
        return new ShadowSettings(terms).reading();
    }
}
