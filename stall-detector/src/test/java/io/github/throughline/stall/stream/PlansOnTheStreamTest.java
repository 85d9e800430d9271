package io.github.throughline.stall.stream;

import static io.github.throughline.stall.stream.Ward.START;
import static io.github.throughline.stall.stream.Ward.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.throughline.platform.plan.PlanKeys;
import io.github.throughline.schemas.checkin.CheckinFact;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.schemas.plan.PlanVersionState;
import io.github.throughline.schemas.verdict.VerdictChanged;
import io.github.throughline.signedplan.PlanSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plan versions come into force, and for how long they are kept. */
class PlansOnTheStreamTest {

    private final Ward ward = new Ward();

    @TempDir
    private Path state;

    private StreamBench bench;

    @BeforeEach
    void open() {
        bench = new StreamBench(state);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPlanThatNoKnownKeySignedIsRefusedAndTheLastValidStaysInForce() {
        // Given
        bench.send(ward, ward.stalled(5));
        var forged = ward.signed(2, week(5), ward.content(2, week(5), ward.patient), Ward.key("somebody"));

        // When
        bench.send(ward, forged);
        for (int week = 5; week < 10; week++) {
            bench.send(ward, ward.reading(week, 7.0));
        }

        // Then
        assertThat(bench.count("throughline.detector.plans.refused", "reason", "unknown-key"))
                .isEqualTo(1);
        assertThat(bench.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.value().getErrorClass()).endsWith("PlanVersionRefused"));
        assertThat(bench.escalations().getFirst().getPlanVersion()).isEqualTo(1);
    }

    @Test
    void aPlanThatWasValidEndsAlsoWhenItsSignatureCanNotBeCheckedAnyMore() {
        // Given
        PlanVersionChanged plan = ward.signed();
        bench.send(ward, plan, ward.reading(0, 7.0));

        // When
        var ended = ward.stands(plan, 2, PlanVersionState.STOPPED, week(1));
        bench.send(
                ward,
                PlanVersionChanged.newBuilder(ended)
                        .setSignature(new PlanSigner(Ward.key("retired"))
                                .sign(plan.getContent().array()))
                        .build());

        // Then
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(bench.verdicts()).extracting(VerdictChanged::getReason).endsWith("no-plan");
    }

    @Test
    void aPlanIsReadAgainWhenTheKeysCanNotBeAskedFor() throws IOException {
        // Given
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Ward.PUBLIC_KEYS.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        var keys = new PlanKeys("http://localhost:" + server.getAddress().getPort() + "/", Clock.systemUTC());
        server.stop(0);
        bench.close();
        bench = new StreamBench(state, keys);

        // When // Then
        assertThatThrownBy(() -> bench.send(
                        ward, ward.signed(1, START, ward.content(1, START, ward.patient), Ward.key("fresh"))))
                .isInstanceOf(StreamsException.class);
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void aPlanThatWasAlteredIsRefused() {
        // Given
        PlanVersionChanged signed = ward.signed();
        byte[] content = signed.getContent().array().clone();
        content[content.length / 2] ^= 1;

        // When
        bench.send(
                ward,
                PlanVersionChanged.newBuilder(signed)
                        .setContent(ByteBuffer.wrap(content))
                        .build());

        // Then
        assertThat(bench.count("throughline.detector.plans.refused", "reason", "altered-content"))
                .isEqualTo(1);
    }

    @Test
    void aPlanThatWasSignedForSomebodyElseIsRefused() {
        // When
        bench.send(ward, ward.signed(1, START, ward.content(1, START, UUID.randomUUID()), Ward.KEY));

        // Then
        assertThat(bench.count("throughline.detector.plans.refused", "reason", "other-plan"))
                .isEqualTo(1);
    }

    @Test
    void theEndOfAPlanLetsGoOfItsContent() {
        // Given
        PlanVersionChanged plan = ward.signed();
        bench.send(ward, plan, ward.reading(0, 7.0));
        assertThat(bench.keys()).hasSize(2);

        // When
        bench.send(ward, ward.stands(plan, 2, PlanVersionState.COMPLETED, week(1)));
        bench.send(ward, ward.checkin(20, CheckinFact.TICK));

        // Then
        assertThat(bench.keys()).containsExactly(ward.episode.toString());
    }
}
