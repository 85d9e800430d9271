package io.github.throughline.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPortsTest {

    @TempDir
    Path directory;

    @Test
    void givesTheSamePortAgain() {
        // Given
        var port = KeptPorts.in(file()).port("kafka");

        // When, Then
        assertThat(KeptPorts.in(file()).port("kafka")).isEqualTo(port);
    }

    @Test
    void givesAnotherPortWhereSomebodyListensAndTheUsualOneWhenTheyHaveGone() throws IOException {
        // Given
        int usual;
        int meanwhile;
        try (var somebody = new ServerSocket(LoopbackPorts.free(), 1, InetAddress.getLoopbackAddress())) {
            usual = somebody.getLocalPort();
            meanwhile = KeptPorts.in(file()).port("console", usual);
        }

        // When
        var afterwards = KeptPorts.in(file()).port("console", usual);

        // Then
        assertThat(meanwhile).isNotEqualTo(usual);
        assertThat(afterwards).isEqualTo(usual);
    }

    @Test
    void neverGivesOnePortToTwoNames() {
        // Given
        var ports = KeptPorts.in(file());
        var first = ports.port("first");

        // When, Then
        assertThat(ports.port("second", first)).isNotEqualTo(first);
    }

    private Path file() {
        return directory.resolve("ports.properties");
    }
}
