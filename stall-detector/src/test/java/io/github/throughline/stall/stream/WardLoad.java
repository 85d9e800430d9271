package io.github.throughline.stall.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.testkit.backing.TestBacking;
import io.github.throughline.testkit.records.TopicWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes a ward's round event by event, and between them safety answers of ever new patients, each of which is an
 * escalation at once.
 */
final class WardLoad {

    private static final Duration PACE = Duration.ofMillis(40);

    private final TestBacking backing;
    private final Iterator<WardRound.Told> round;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> writing;
    private volatile boolean isWanted = true;

    WardLoad(TestBacking backing, List<WardRound.Told> round) {
        this.backing = backing;
        this.round = round.iterator();
        this.writing = CompletableFuture.runAsync(
                this::write, task -> Thread.ofPlatform().name("ward load").start(task));
    }

    private void write() {
        try (var writer = TopicWriter.open(backing)) {
            for (int tick = 0; isWanted; tick++) {
                var ward = new Ward();
                ManyDetectorsIT.send(writer, ward, ward.answer9(Ward.week(1), 2));
                sent.add(ward.key());
                if (tick % 3 == 0) {
                    writeNext(writer);
                }
                Thread.sleep(PACE);
            }
            while (round.hasNext()) {
                writeNext(writer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeNext(TopicWriter writer) {
        if (round.hasNext()) {
            WardRound.Told told = round.next();
            ManyDetectorsIT.send(writer, told.ward(), told.event());
        }
    }

    void goOnFor(Duration time) {
        assertThatThrownBy(() -> writing.get(time.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    /** Keys of the patients whose answers were written so far. */
    Set<String> sent() {
        return Set.copyOf(sent);
    }

    /** Writes what is left of the round; the keys of all whose answers were written. */
    Set<String> finish() {
        isWanted = false;
        writing.join();
        return sent();
    }
}
