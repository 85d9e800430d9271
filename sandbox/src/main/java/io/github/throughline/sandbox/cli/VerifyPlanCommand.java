package io.github.throughline.sandbox.cli;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.signedplan.PlanContent;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a plan version's signature, without any server of ours. */
@Command(
        name = "verify-plan",
        mixinStandardHelpOptions = true,
        header = "Says whether a plan version still is what a physician signed, and who signed it.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the signature is valid",
            "1:a file or the keys can not be read",
            "3:the content was altered, or nobody known signed it"
        })
final class VerifyPlanCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN.json", description = "The exact bytes, as .../versions/N/content answers them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path plan;

    @Option(
            names = "--signature",
            required = true,
            paramLabel = "JWS",
            description = "What stands in the header Plan-Signature beside them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String signature;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "JWKS",
            description = "File or address of the public keys; plan-service's are at /.well-known/jwks.json.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String keys;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        byte[] content = Files.readAllBytes(plan);
        return switch (new PlanVerifier(keys()).check(content, signature.strip())) {
            case SignatureCheck.Valid valid -> valid(valid, content);
            case SignatureCheck.Invalid invalid -> {
                say("NOT VALID: " + invalid.reason());
                yield ExitCodes.LOST_OR_DIFFERENT;
            }
        };
    }

    private int valid(SignatureCheck.Valid valid, byte[] content) {
        PlanContent signed = PlanJson.read(content);
        say("valid: version %d of plan %s".formatted(signed.version(), signed.planId()));
        say("  signed by  %s, %s, with key %s".formatted(signed.signedBy(), signed.signedAt(), valid.keyId()));
        say("  in force   from %s".formatted(signed.effectiveFrom()));
        say("  digest     %s".formatted(ContentDigest.of(content)));
        return ExitCodes.WELL;
    }

    private JWKSet keys() throws IOException {
        try {
            return keys.startsWith("http://") || keys.startsWith("https://")
                    ? JWKSet.load(URI.create(keys).toURL())
                    : JWKSet.load(Path.of(keys).toFile());
        } catch (ParseException e) {
            throw new IOException("no JWKS: " + keys, e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
