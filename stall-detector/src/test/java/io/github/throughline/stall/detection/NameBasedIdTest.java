package io.github.throughline.stall.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {

    @Test
    void isVersion5OfRfc9562() {
        // Given: the example of appendix A.4
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        // When // Then
        assertThat(NameBasedId.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }
}
