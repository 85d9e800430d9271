package io.github.throughline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FULL_TRANSITIVE: what any release wrote is read now, and what is written now is read by any release. */
class ReleasedSchemasTest {

    @Test
    void everyReleaseIsFullyCompatible() throws IOException {
        assertThat(obstacles(AvscFiles.RELEASED, AvscFiles.below(AvscFiles.CURRENT)))
                .isEmpty();
    }

    @Test
    void aRequiredFieldMoreIsRefused(@TempDir Path released) throws IOException {
        // Given
        release(released, "{'name':'a','type':'string'}");

        // When
        var obstacles = obstacles(released, current("{'name':'a','type':'string'},{'name':'b','type':'string'}"));

        // Then
        assertThat(obstacles.toString()).contains("what the release wrote can not be read now");
    }

    @Test
    void aRequiredFieldLessIsRefused(@TempDir Path released) throws IOException {
        // Given
        release(released, "{'name':'a','type':'string'},{'name':'b','type':'string'}");

        // When
        var obstacles = obstacles(released, current("{'name':'a','type':'string'}"));

        // Then
        assertThat(obstacles.toString()).contains("the release can not read what is written now");
    }

    @Test
    void aRecordThatVanishedIsRefused(@TempDir Path released) throws IOException {
        // Given
        release(released, "{'name':'a','type':'string'}");

        // When
        var obstacles = obstacles(released, Map.of());

        // Then
        assertThat(obstacles.toString()).contains("is gone");
    }

    @Test
    void anotherUnitOfTheSameNumberIsRefused(@TempDir Path released) throws IOException {
        // Given
        String moments = "{'name':'at','type':{'type':'array','items':['null',{'type':'long','logicalType':'%s'}]}}";
        release(released, moments.formatted("timestamp-millis"));

        // When
        var obstacles = obstacles(released, current(moments.formatted("timestamp-micros")));

        // Then
        assertThat(obstacles.toString()).contains("R.at was [timestamp-millis] and is [timestamp-micros] now");
    }

    @Test
    void anOptionalFieldAndAnEnumSymbolMoreAreTaken(@TempDir Path released) throws IOException {
        // Given
        String symbols = "{'name':'e','type':{'type':'enum','name':'E','symbols':[%s],'default':'UNKNOWN'}}";
        release(released, symbols.formatted("'UNKNOWN','A'"));

        // When
        var obstacles = obstacles(
                released,
                current(symbols.formatted("'UNKNOWN','A','B'")
                        + ",{'name':'b','type':['null','string'],'default':null}"));

        // Then
        assertThat(obstacles).isEmpty();
    }

    /** Obstacles of every release below the folder, by release and file; each release has a folder of its own. */
    private static Map<String, List<String>> obstacles(Path releases, Map<Path, Schema> current) throws IOException {
        var found = new TreeMap<String, List<String>>();
        try (var folders = Files.list(releases)) {
            for (Path release : folders.filter(Files::isDirectory).toList()) {
                AvscFiles.below(release).forEach((path, schema) -> {
                    Schema now = current.get(path);
                    List<String> obstacles =
                            now == null ? List.of("the record is gone") : Compatibility.obstacles(schema, now);
                    if (!obstacles.isEmpty()) {
                        found.put(release.getFileName() + "/" + path, obstacles);
                    }
                });
            }
        }
        return found;
    }

    private static void release(Path releases, String fields) throws IOException {
        Path folder = Files.createDirectories(releases.resolve("1.0.0"));
        Files.writeString(folder.resolve("R.avsc"), record(fields));
    }

    private static Map<Path, Schema> current(String fields) {
        return Map.of(Path.of("R.avsc"), AvscFiles.parse(record(fields)));
    }

    private static String record(String fields) {
        return "{'type':'record','name':'R','fields':[%s]}".formatted(fields).replace('\'', '"');
    }
}
