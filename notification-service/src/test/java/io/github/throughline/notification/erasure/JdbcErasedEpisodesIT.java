package io.github.throughline.notification.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.TestDatabase;
import io.github.throughline.platform.episode.EpisodeChange;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JdbcErasedEpisodesIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcErasedEpisodes erased = new JdbcErasedEpisodes(database.jdbc());
    private final UUID episode = UUID.randomUUID();

    @Test
    void anErasureWaitsForWhoeverIsWriting() throws Exception {
        // When
        var erasure = database.transaction().execute(writing -> {
            assertThat(erased.contains(episode)).isFalse();
            var erasing = database.elsewhere(this::erase);
            database.awaitBlocked();
            assertThat(erasing).isNotDone();
            return erasing;
        });

        // Then
        assertThat(erasure).isNotNull();
        assertThat(erasure.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(database.elsewhere(() -> erased.contains(episode)).get(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void whoeverAsksWhileItIsErasedIsToldSoOnceItIs() throws Exception {
        // When
        var asking = database.transaction().execute(erasing -> {
            erase();
            var question = database.elsewhere(() -> erased.contains(episode));
            database.awaitBlocked();
            return question;
        });

        // Then
        assertThat(asking).isNotNull();
        assertThat(asking.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private boolean erase() {
        erased.on(new EpisodeChange.Erased(UUID.randomUUID(), episode));
        return true;
    }
}
