package io.github.throughline.stall.detection;

import static io.github.throughline.stall.detection.Story.answered;
import static io.github.throughline.stall.detection.Story.plan;
import static io.github.throughline.stall.detection.Story.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an earlier release kept is taken on by this one: the bytes of each format are kept as it wrote them. */
class EarlierFormatsTest {

    /** Weeks 12 and 13 were missed, a safety answer is open, and a regression since week 14. */
    @Test
    void format1IsTakenOn() throws IOException {
        // Given
        EpisodeTrend kept = TrendFormat.read(fixture(1), digest -> plan());
        assertThat(kept.escalations())
                .extracting(Escalation::rule)
                .containsExactlyInAnyOrder(Rule.MISSED_CHECKINS, Rule.SAFETY_ANSWER, Rule.REGRESSION);

        // When: the silence ends, and pain goes back to where it was
        var story = Story.continuing(kept).then(answered(16), reading(16, 4), reading(17, 4), reading(18, 4));

        // Then
        assertThat(story.toldInShort()).containsExactly("missed-checkins RESOLVED 2", "regression RESOLVED 2");
        assertThat(TrendFormat.read(TrendFormat.write(story.trend()), digest -> plan())
                        .escalations())
                .isEqualTo(story.trend().escalations());
    }

    private static byte[] fixture(int format) throws IOException {
        try (InputStream bytes =
                EarlierFormatsTest.class.getResourceAsStream("state-format-%d.bin".formatted(format))) {
            return Objects.requireNonNull(bytes).readAllBytes();
        }
    }
}
