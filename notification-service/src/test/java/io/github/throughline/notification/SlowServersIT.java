package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.episode.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every timeout of a single read is kept by a server that says a little now and then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowServersIT {

    private final Surroundings surroundings = new Surroundings();
    private final SlowServer mail = new SlowServer("", "220-please wait\r\n");
    private final OwnService own = OwnService.start(
            surroundings,
            Facts.START,
            Map.of(
                    "spring.mail.port", mail.port(),
                    "throughline.webhook.timeout", "500ms",
                    "throughline.delivery.deadline", "1s",
                    "throughline.delivery.lease", "2s",
                    "throughline.intake.read-timeout", "300ms"));
    private final ServiceClient service = own.client();

    @AfterAll
    void end() {
        own.close();
        mail.close();
    }

    @Test
    void aMailServerThatNeverComesToAnEndIsHungUpOnAndTriedAgain() {
        // Given
        var facts = new Facts();
        surroundings.introduce(facts);
        int before = mail.brokenOff();

        // When
        surroundings.tell(facts.safetyAnswer());

        // Then
        var notice = service.awaitNotice(
                facts, facts.coordinator(), n -> n.path("attempts").asInt() >= 2);
        assertThat(notice.get("reason").asString()).isEqualTo("too-slow");
        await().until(() -> mail.brokenOff() >= before + 2);
    }

    @Test
    void aWebhookWhoseAnswerNeverEndsIsHungUpOnAndTriedAgain() {
        try (var stalling = new SlowServer("HTTP/1.1 200 OK\r\n\r\n", "x")) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            var url = "http://127.0.0.1:" + stalling.port() + "/hook";
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", url, true);
            surroundings.introduce(facts);
            surroundings.tell(facts.safetyAnswer());
            service.awaitState(facts, clinic, "WAITING");

            // When
            service.acknowledge(facts);

            // Then
            var notice =
                    service.awaitNotice(facts, clinic, n -> n.path("attempts").asInt() >= 2);
            assertThat(notice.get("reason").asString()).isEqualTo("webhook-too-slow");
            await().until(() -> stalling.brokenOff() >= 2);
        }
    }

    @Test
    void anIdentityProviderThatHangsHoldsUpNoCoordinator() {
        // Given
        surroundings.identity().tokensLast(Duration.ofSeconds(1));
        var known = new Facts();
        surroundings.introduce(known);
        surroundings.tell(known.safetyAnswer());
        service.awaitNotice(known, known.coordinator(), n -> n.path("attempts").asInt() >= 1);
        var facts = new Facts(known.coordinator());
        surroundings.introduce(facts);
        surroundings.identity().hang(true);

        try {
            // When
            surroundings.tell(facts.safetyAnswer());

            // Then
            var notice = service.awaitNotice(
                    facts, facts.coordinator(), n -> n.path("attempts").asInt() >= 1);
            assertThat(notice.get("reason").asString()).isEqualTo("too-slow");
        } finally {
            surroundings.identity().hang(false);
            surroundings.identity().tokensLast(Duration.ofMinutes(10));
        }
    }

    @Test
    void whatWasSentAndCouldNotBeWrittenDownIsSentAgainAsItWas() {
        try (var sink = new WebhookSink()) {
            // Given
            var facts = new Facts();
            var clinic = facts.joins("clinic", Role.SPECIALIST);
            surroundings.intake().knowsMember(facts.episodeId(), clinic, "WEBHOOK", sink.url(), true);
            surroundings.introduce(facts);
            surroundings.tell(facts.safetyAnswer());
            service.awaitState(facts, clinic, "WAITING");
            nothingIsWrittenDownAsDelivered();

            // When
            service.acknowledge(facts);
            await().until(() -> sink.calls().size() > 1);
            var meanwhile = service.awaitNotice(facts, clinic, any -> true);
            own.jdbc().sql("drop trigger not_delivered on notice").update();

            // Then
            assertThat(meanwhile.get("state").asString()).isEqualTo("PENDING");
            var notice = service.awaitState(facts, clinic, "DELIVERED");
            var first = sink.calls().getFirst();
            assertThat(first.id()).isEqualTo(notice.get("noticeId").asString());
            assertThat(sink.calls())
                    .allSatisfy(call -> assertThat(call.id()).isEqualTo(first.id()))
                    .allSatisfy(call -> assertThat(call.body()).isEqualTo(first.body()));
        }
    }

    /** As when the service or its database goes between the two. */
    private void nothingIsWrittenDownAsDelivered() {
        own.jdbc().sql("""
                create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'the database is gone'; end $$
                """).update();
        own.jdbc().sql("""
                create trigger not_delivered before update on notice for each row
                    when (new.state = 'DELIVERED') execute function refuse()
                """).update();
    }
}
