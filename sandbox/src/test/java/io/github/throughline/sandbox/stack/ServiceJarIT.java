package io.github.throughline.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itIsUnpackedOnceAndItsClassesAreKeptWhereItIsStartedAgainAndAgain() {
        // Given
        var jar = ServiceJar.of("plan-service");

        // When
        var once = jar.options(false, folder.resolve("log"));
        var again = jar.options(true, folder.resolve("log"));

        // Then
        var unpacked = Path.of(once.getLast());
        assertThat(unpacked).isRegularFile();
        assertThat(unpacked.resolveSibling("lib")).isNotEmptyDirectory();
        assertThat(once).hasSize(2);
        assertThat(again).containsAll(once).contains("-XX:SharedArchiveFile=" + unpacked.resolveSibling("classes.jsa"));
    }
}
