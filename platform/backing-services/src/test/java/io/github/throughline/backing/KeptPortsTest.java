package io.github.throughline.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPortsTest {

    @TempDir
    Path directory;

    @Test
    void givesTheSamePortAgain() {
        // Given
        int port;
        try (var before = KeptPorts.in(file())) {
            port = before.port("kafka");
        }

        // When, Then
        try (var now = KeptPorts.in(file())) {
            assertThat(now.port("kafka")).isEqualTo(port);
            assertThat(now.port("kafka")).isEqualTo(port);
        }
    }

    @Test
    void givesAnotherPortWhereSomebodyListensAndTheUsualOneWhenTheyHaveGone() throws IOException {
        // Given
        int usual;
        int meanwhile;
        try (var somebody = new ServerSocket(LoopbackPorts.free(), 1, InetAddress.getLoopbackAddress());
                var ports = KeptPorts.in(file())) {
            usual = somebody.getLocalPort();
            meanwhile = ports.port("console", usual);
        }

        // When
        int afterwards;
        try (var ports = KeptPorts.in(file())) {
            afterwards = ports.port("console", usual);
        }

        // Then
        assertThat(meanwhile).isNotEqualTo(usual);
        assertThat(afterwards).isEqualTo(usual);
    }

    @Test
    void givesAPortOnWhichNobodyListensYetToNobodyElse() {
        // Given
        try (var ours = KeptPorts.in(file());
                var theirs = KeptPorts.in(directory.resolve("theirs.properties"))) {
            var port = ours.port("console", LoopbackPorts.free());

            // When
            var other = theirs.port("console", port);

            // Then
            assertThat(other).isNotEqualTo(port);
        }
    }

    @Test
    void anotherProcessSeesWhatIsClaimed() {
        // Given
        try (var ours = KeptPorts.in(file())) {
            var port = ours.port("console");
            var command = List.of(
                    ChildProcess.java(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ClaimingProcess.class.getName(),
                    Integer.toString(port));

            // When
            var child = ChildProcess.start(new ChildProcess.Launch("claiming", command, directory.resolve("log")));

            // Then
            assertThat(child.awaitExit(Duration.ofSeconds(60))).isTrue();
            assertThat(directory.resolve("log")).content().isEqualTo("taken");
        }
    }

    @Test
    void neverGivesOnePortToTwoNames() {
        // Given
        try (var ports = KeptPorts.in(file())) {
            var first = ports.port("first");

            // When, Then
            assertThat(ports.port("second", first)).isNotEqualTo(first);
        }
    }

    private Path file() {
        return directory.resolve("ports.properties");
    }
}
