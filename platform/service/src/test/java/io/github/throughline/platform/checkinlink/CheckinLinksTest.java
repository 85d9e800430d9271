package io.github.throughline.platform.checkinlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.platform.checkinlink.CheckinLinks.Check;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckinLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final UUID EPISODE = new UUID(7, 9);
    private static final URI PUBLIC = URI.create("https://checkin.example");

    private final CheckinLinks links = links(NOW, 1);

    @Test
    void aLinkNamesItsEpisodeAndItsHolder() {
        // When
        var link = links.to(EPISODE, "carol");

        // Then
        assertThat(link.url()).asString().startsWith("https://checkin.example/checkin/");
        assertThat(link.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        assertThat(links.check(token(link))).isEqualTo(new Check.Valid(EPISODE, "carol"));
    }

    @Test
    void aLinkExpires() {
        // Given
        var link = links.to(EPISODE, "carol");

        // Then
        assertThat(links(link.expiresAt().minusSeconds(1), 1).check(token(link)))
                .isInstanceOf(Check.Valid.class);
        assertThat(links(link.expiresAt(), 1).check(token(link))).isEqualTo(new Check.Expired());
    }

    @Test
    void aLinkThatSomebodyElseMadeOrAlteredIsNone() {
        // Given
        String token = token(links.to(EPISODE, "carol"));
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("carol", "mallo");
        String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes());

        // Then
        assertThat(links(NOW, 2).check(token)).isEqualTo(new Check.Invalid());
        assertThat(links.check(parts[0] + "." + altered + "." + parts[2])).isEqualTo(new Check.Invalid());
        assertThat(links.check("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEqualTo(new Check.Invalid());
        assertThat(links.check("no token")).isEqualTo(new Check.Invalid());
    }

    @Test
    void aCodeIsSixDigitsOfItsChallenge() {
        // When
        String code = links.code(EPISODE);

        // Then
        assertThat(code).matches("[0-9]{6}").isEqualTo(links(NOW, 1).code(EPISODE));
        assertThat(links.code(new UUID(7, 10))).isNotEqualTo(code);
        assertThat(links(NOW, 2).code(EPISODE)).isNotEqualTo(code);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() ->
                        new CheckinLinks(new CheckinLinkSettings(PUBLIC, "c2hvcnQ=", Duration.ofDays(1)), () -> NOW))
                .hasMessageContaining("throughline.checkin-links.key");
    }

    private static CheckinLinks links(Instant now, int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        var settings = new CheckinLinkSettings(PUBLIC, Base64.getEncoder().encodeToString(bytes), Duration.ofDays(10));
        return new CheckinLinks(settings, () -> now);
    }

    private static String token(CheckinLinks.Link link) {
        return link.url().getPath().substring("/checkin/".length());
    }
}
