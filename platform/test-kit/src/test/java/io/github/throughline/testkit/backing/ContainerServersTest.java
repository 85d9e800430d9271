package io.github.throughline.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerServersTest {

    @Test
    void areTakenWhereTheyAreAskedForAndThereIsAnEngine() {
        assertThat(ContainerServers.areWanted(Optional.of("testcontainers"), () -> true))
                .isTrue();
    }

    @Test
    void giveWayToProcessesWhereThereIsNoEngine() {
        assertThat(ContainerServers.areWanted(Optional.of("testcontainers"), () -> false))
                .isFalse();
    }

    @Test
    void areNotLookedForUnasked() {
        assertThat(ContainerServers.areWanted(Optional.empty(), () -> {
                    throw new AssertionError("asked the engine");
                }))
                .isFalse();
    }
}
