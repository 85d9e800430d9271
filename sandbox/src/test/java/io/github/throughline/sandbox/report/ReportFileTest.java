package io.github.throughline.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFileTest extends AccountedRun {

    @TempDir
    private Path folder = Path.of("");

    /** Others read the file: these names stay. */
    @Test
    void hasTheNamesThatItsReadersKnow() throws IOException {
        // Given
        everythingArrivedOnce();

        // When
        var json = written(report());

        // Then
        assertThat(json.get("checkins").propertyNames()).contains("submitted", "missed");
        assertThat(json.get("readings").propertyNames()).contains("sent", "recorded", "rejected");
        assertThat(json.get("escalations").propertyNames()).contains("total", "byRule", "resolved", "withdrawn");
        assertThat(json.get("notices").propertyNames()).contains("byChannel", "delivered", "failed");
        assertThat(json.get("lost").asInt()).isZero();
        assertThat(json.get("doubled").asInt()).isZero();
        assertThat(json.get("unexpected").asInt()).isZero();
        assertThat(json.get("latencyMs").propertyNames()).contains("p50", "p99");
        assertThat(json.get("cohorts").get(0).propertyNames())
                .contains("trajectory", "patients", "escalated", "silent");
        assertThat(json.get("nonResponderEscalationRate").asDouble()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatThereIsNot() throws IOException {
        // Given
        everythingArrivedOnce();

        // When
        var json = written(report().with(Optional.of("equal")));

        // Then
        assertThat(json.has("earlyResponderEscalationRate")).isFalse();
        assertThat(json.get("backtest").asString()).isEqualTo("equal");
    }

    private JsonNode written(Report report) throws IOException {
        var file = folder.resolve("deep/report.json");
        ReportFile.write(report, file);
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
