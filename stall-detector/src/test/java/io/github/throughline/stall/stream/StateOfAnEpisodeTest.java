package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.schemas.episode.EpisodeStatus;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of an episode, and what is not. */
class StateOfAnEpisodeTest {

    private final Ward ward = new Ward();

    @TempDir
    private Path state;

    private StreamBench bench;

    @BeforeEach
    void open() {
        bench = new StreamBench(state);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ofAnErasedEpisodeNothingIsKeptAndNothingBeginsAnew() {
        // Given
        var other = new Ward();
        bench.send(ward, ward.stalled(10));
        bench.send(other, other.signed());
        bench.escalations();

        // When
        bench.send(ward, ward.episode(EpisodeStatus.ERASED));
        bench.send(ward, ward.answer9(week(11), 2));
        bench.send(ward, ward.stalled(10));

        // Then
        assertThat(bench.escalations()).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(bench.keys())
                .filteredOn(key -> key.startsWith(ward.episode.toString()))
                .containsExactly(ward.episode.toString());
        assertThat(bench.kept(ward.episode.toString())).hasSize(1);
        assertThat(bench.keys())
                .filteredOn(key -> key.startsWith(other.episode.toString()))
                .hasSize(2);
    }

    @Test
    void anEpisodeThatOnlyChangesKeepsItsState() {
        // Given
        bench.send(ward, ward.stalled(9));

        // When
        bench.send(ward, ward.episode(EpisodeStatus.OPEN), ward.episode(EpisodeStatus.CLOSED), ward.reading(9, 7.0));

        // Then
        assertThat(bench.escalations()).hasSize(1);
    }

    @Test
    void aStateThatCanNotBeReadIsNoFaultOfTheRecord() {
        // Given: as another release may write it
        bench.keep(ward.episode.toString(), new byte[] {99, 1, 2, 3});

        // When // Then
        assertThatThrownBy(() -> bench.send(ward, ward.answer9(week(1), 2)))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseMessage("state of format 99 is not known here");
        assertThat(bench.deadLetters()).isEmpty();
    }
}
