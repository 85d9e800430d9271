package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.sandbox.stack.SandboxFolder;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanSigner;
import io.github.throughline.signedplan.SideEffectTerms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPlanTest {

    private static final ECKey KEY = key();
    private static final byte[] CONTENT = PlanJson.write(plan());
    private static final String SIGNATURE = new PlanSigner(KEY).sign(CONTENT);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void publishKeys() throws IOException {
        Files.writeString(folder.resolve("keys.json"), new JWKSet(KEY.toPublicJWK()).toString());
    }

    @Test
    void whatWasSignedIsValidAndItsSignerNamed() throws IOException {
        assertThat(verify(CONTENT, SIGNATURE)).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("valid: version 2", "dr-osei", "2026-03-02T11:00:00Z");
    }

    @Test
    void oneAlteredTermIsFound() throws IOException {
        String altered =
                new String(CONTENT, StandardCharsets.UTF_8).replace("\"minimumWeeks\":8", "\"minimumWeeks\":9");

        assertThat(verify(altered.getBytes(StandardCharsets.UTF_8), SIGNATURE)).isEqualTo(ExitCodes.LOST_OR_DIFFERENT);
        assertThat(out.toString()).contains("NOT VALID: altered-content");
    }

    @Test
    void aSignatureOfSomebodyElseIsFound() throws IOException {
        assertThat(verify(CONTENT, new PlanSigner(key()).sign(CONTENT))).isEqualTo(ExitCodes.LOST_OR_DIFFERENT);
    }

    @Test
    void keysThatAreNoneAreSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve("keys.json"), "no keys");

        assertThat(verify(CONTENT, SIGNATURE)).isEqualTo(ExitCodes.NOT_RUN);
        assertThat(err.toString()).contains("keys.json");
    }

    private int verify(byte[] content, String signature) throws IOException {
        var file = Files.write(folder.resolve("plan.json"), content);
        return Throughline.commandLine(new SandboxFolder(folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "verify-plan",
                        file.toString(),
                        "--signature",
                        signature,
                        "--keys",
                        folder.resolve("keys.json").toString());
    }

    private static PlanContent plan() {
        var pain = MeasureCatalogue.standard().measure("NPRS").orElseThrow();
        return new PlanContent(
                PlanContent.FORMAT,
                UUID.randomUUID(),
                2,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "low-back-pain",
                Instant.parse("2026-03-02T11:00:00Z"),
                new CheckinTerms(
                        3,
                        48,
                        2,
                        new SideEffectTerms(2, 8, 4, 2, "the plan"),
                        new AdherenceTerms(3, 50, "the plan"),
                        "the plan"),
                4,
                List.of(DefaultTerms.plannedMeasure(pain, 1, null)),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2026-04-13"),
                Map.of(),
                "dr-osei",
                Instant.parse("2026-03-02T11:00:00Z"));
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("plan-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
