package io.github.throughline.notification.sharedlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.throughline.notification.notice.NoticeId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final NoticeId NOTICE = new NoticeId(UUID.randomUUID());

    @Test
    void aLinkOpensItsNoticeUntilItExpires() {
        // Given
        var link = links(NOW, 1).to(NOTICE);
        var token = token(link);

        // Then
        assertThat(links(NOW.plus(Duration.ofDays(13)), 1).check(token)).isEqualTo(new SharedLinks.Check.Valid(NOTICE));
        assertThat(links(link.expiresAt(), 1).check(token)).isEqualTo(new SharedLinks.Check.Expired());
    }

    @Test
    void whatWeDidNotSignOpensNothing() {
        // Given
        var token = token(links(NOW, 1).to(NOTICE));
        var changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

        // Then
        assertThat(links(NOW, 1).check(changed)).isEqualTo(new SharedLinks.Check.Invalid());
        assertThat(links(NOW, 2).check(token)).isEqualTo(new SharedLinks.Check.Invalid());
        assertThat(links(NOW, 1).check("not a token")).isEqualTo(new SharedLinks.Check.Invalid());
        assertThat(links(NOW, 1).check("AAAA")).isEqualTo(new SharedLinks.Check.Invalid());
    }

    @Test
    void aShortKeyIsRefused() {
        var settings = new LinkSettings(URI.create("https://t.example"), "c2hvcnQ=", Duration.ofDays(14));

        assertThatThrownBy(() -> new SharedLinks(settings, () -> NOW)).hasMessageContaining("at least 32 bytes");
    }

    private static String token(SharedLinks.Link link) {
        return link.url().getPath().substring("/shared/".length());
    }

    private static SharedLinks links(Instant now, int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return new SharedLinks(
                new LinkSettings(
                        URI.create("https://t.example"), Base64.getEncoder().encodeToString(key), Duration.ofDays(14)),
                () -> now);
    }
}
