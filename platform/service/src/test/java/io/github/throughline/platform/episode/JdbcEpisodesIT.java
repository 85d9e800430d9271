package io.github.throughline.platform.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.ward.WardTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever writes of an episode and whoever changes or erases it do not cross. */
@WardTest
class JdbcEpisodesIT {

    private final JdbcEpisodes episodes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID episode = UUID.randomUUID();

    JdbcEpisodesIT(
            @Autowired JdbcEpisodes episodes,
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions) {
        this.episodes = episodes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void writersDoNotWaitForEachOther() {
        transaction.executeWithoutResult(writing -> {
            assertThat(episodes.isErased(episode)).isFalse();
            assertThat(elsewhere(() -> episodes.isErased(episode))
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangeAndAnErasureWaitForWhoeverIsWriting(boolean isErasure) throws Exception {
        // When
        var change = transaction.execute(writing -> {
            assertThat(episodes.isErased(episode)).isFalse();
            var changing = elsewhere(() -> isErasure ? erase() : episodes.save(open()));
            awaitBlocked();
            assertThat(changing).isNotDone();
            return changing;
        });

        // Then
        assertThat(change).isNotNull();
        assertThat(change.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(elsewhere(() -> episodes.isErased(episode)).get(10, TimeUnit.SECONDS))
                .isEqualTo(isErasure);
    }

    @Test
    void whoeverAsksWhileItIsErasedIsToldSoOnceItIs() throws Exception {
        // When
        var asking = transaction.execute(erasing -> {
            erase();
            var question = elsewhere(() -> episodes.isErased(episode));
            awaitBlocked();
            return question;
        });

        // Then
        assertThat(asking).isNotNull();
        assertThat(asking.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private boolean erase() {
        episodes.erase(episode);
        return true;
    }

    private Episode open() {
        return new Episode(
                episode,
                UUID.randomUUID(),
                Episode.Status.OPEN,
                "low-back-pain",
                ZoneOffset.UTC,
                "c-ours",
                List.of(),
                List.of(),
                List.of(),
                1,
                Instant.parse("2026-03-02T08:00:00Z"));
    }

    /** Does it at the same time, in another transaction. */
    private CompletableFuture<Boolean> elsewhere(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> work.get()), Thread::startVirtualThread);
    }

    private void awaitBlocked() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        select exists (select 1 from pg_stat_activity
                            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0)
                        """).query(Boolean.class).single());
    }
}
