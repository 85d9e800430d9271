package io.github.throughline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("asyncapi.yaml");

    @Test
    void theDocumentIsWhatTheTopicsAre() throws IOException {
        // Given
        Path made = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("asyncapi.yaml"), AsyncApi.document());

        // Then
        assertThat(DOCUMENT)
                .as("schemas/asyncapi.yaml; take over schemas/" + made)
                .hasSameTextualContentAs(made);
    }

    @Test
    void everySchemaThatItNamesIsThere() {
        assertThat(Pattern.compile("\\$ref: (src/\\S+)")
                        .matcher(AsyncApi.document())
                        .results())
                .hasSize(AvscFiles.below(AvscFiles.CURRENT).size())
                .allSatisfy(file -> assertThat(Path.of(file.group(1))).exists());
    }
}
