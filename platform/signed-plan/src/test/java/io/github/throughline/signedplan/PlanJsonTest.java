package io.github.throughline.signedplan;

import static io.github.throughline.signedplan.SignedPlans.lowBackPainPlan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanJsonTest {

    @Test
    void contentComesBackAsItWasWritten() {
        // When
        var read = PlanJson.read(PlanJson.write(lowBackPainPlan()));

        // Then
        assertThat(read).isEqualTo(lowBackPainPlan());
    }

    @Test
    void unsetBaselineComesBackUnset() {
        // When
        var read = PlanJson.read(PlanJson.write(lowBackPainPlan()));

        // Then
        assertThat(read.measure("NPRS"))
                .hasValueSatisfying(m -> assertThat(m.baseline()).isNull());
    }

    @Test
    void timesStandAsText() {
        // When
        var json = new String(PlanJson.write(lowBackPainPlan()), UTF_8);

        // Then
        assertThat(json).contains("\"2026-02-28T10:00:00.123Z\"", "\"2026-06-30\"");
    }

    @Test
    void anotherFormatIsRefused() {
        // Given
        var json = new String(PlanJson.write(lowBackPainPlan()), UTF_8).replace("\"format\":1", "\"format\":2");

        // When // Then
        assertThatThrownBy(() -> PlanJson.read(json.getBytes(UTF_8)))
                .isInstanceOf(UnreadablePlan.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertThatThrownBy(() -> PlanJson.read("[]".getBytes(UTF_8))).isInstanceOf(UnreadablePlan.class);
        assertThatThrownBy(() -> PlanJson.read("{\"format\":1}".getBytes(UTF_8)))
                .isInstanceOf(UnreadablePlan.class);
        assertThatThrownBy(() -> PlanJson.read(new byte[0])).isInstanceOf(UnreadablePlan.class);
    }

    @Test
    void aTermThatIsNotKnownHereIsNotLeftOut() {
        assertThatThrownBy(() -> PlanJson.read(altered("\"windowWeeks\":", "\"newTerm\":1,\"windowWeeks\":")))
                .isInstanceOf(UnreadablePlan.class);
    }

    @Test
    void aTermThatIsMissingIsNotMadeUp() {
        assertThatThrownBy(() -> PlanJson.read(altered("\"checkins\":", "\"checkinsOnce\":")))
                .isInstanceOf(UnreadablePlan.class);
    }

    private static byte[] altered(String what, String with) {
        String json = new String(PlanJson.write(lowBackPainPlan()), UTF_8);
        assertThat(json).contains(what);
        return json.replace(what, with).getBytes(UTF_8);
    }
}
