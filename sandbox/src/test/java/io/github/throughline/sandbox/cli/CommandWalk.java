package io.github.throughline.sandbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.SandboxFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What people ask a running sandbox from another terminal. */
final class CommandWalk {

    private record Said(int status, String out, String err) {}

    private final SandboxFolder folder;
    private final String console;

    CommandWalk(SandboxFolder folder, String console) {
        this.folder = folder;
        this.console = console;
    }

    void run() throws Exception {
        statusNamesEverythingThatRuns();
        aTokenOpensTheApi();
        anOpenEscalationOfEachRuleIsExplained();
        whatOtherTermsFindIsShownBesideWhatIsInForce();
        aShadowThatReadNothingIsNoDifference();
        noSecondOneIsStarted();
    }

    private void statusNamesEverythingThatRuns() {
        var said = say("status");
        assertThat(said.status()).isEqualTo(ExitCodes.WELL);
        assertThat(said.out())
                .contains("postgres", "kafka", "registry", "identity", "sinks", "care time ")
                .contains("stall-detector", console)
                .doesNotContain("gone");
    }

    private void aTokenOpensTheApi() throws Exception {
        var token = say("token", "coordinator", "--subject", "somebody");
        assertThat(token.status()).isEqualTo(ExitCodes.WELL);
        assertThat(listWith(token.out().strip()).statusCode()).isEqualTo(200);
        assertThat(listWith("not-a-token").statusCode()).isEqualTo(401);
    }

    private void anOpenEscalationOfEachRuleIsExplained() throws Exception {
        var token = say("token", "coordinator").out().strip();
        var firstOfRule = JsonMapper.shared()
                .readTree(listWith(token).body())
                .valueStream()
                .map(view -> view.get("escalation"))
                .collect(Collectors.toMap(
                        told -> told.get("rule").asString(),
                        told -> told.get("id").asString(),
                        (first, _) -> first));
        assertThat(firstOfRule).containsKey("plateau");
        firstOfRule.forEach((rule, id) -> {
            var said = say("explain", id);
            assertThat(said.status()).as(rule + ": " + said).isEqualTo(ExitCodes.WELL);
            assertThat(said.out()).contains("CONFIRMED", "By version ");
        });
    }

    private void whatOtherTermsFindIsShownBesideWhatIsInForce() throws Exception {
        Path terms = Files.writeString(
                Files.createTempFile("terms", ".yaml"), "measures: {BDI: {plateau: {minimumWeeks: 52}}}");
        var said = say("shadow", terms.toString());
        assertThat(said.status()).as(said.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(said.out())
                .containsPattern("the same +[1-9]")
                .containsPattern("only in force +[1-9]\\d* +plateau [1-9]")
                .containsPattern("only in the shadow +0\\D");
    }

    private void aShadowThatReadNothingIsNoDifference() throws Exception {
        var endpoints = RunningStack.in(folder).orElseThrow().endpoints();
        Path kafka = Files.writeString(
                Files.createTempFile("client", ".properties"), "bootstrap.servers=" + endpoints.bootstrapServers());
        var said = say(
                "shadow",
                "--kafka=" + kafka,
                "--registry=" + endpoints.registryUrl(),
                "--application=stall-detector-shaddow");
        assertThat(said.status()).as(said.toString()).isEqualTo(ExitCodes.NOT_RUN);
        assertThat(said.err()).contains("stall-detector-shaddow has not taken in what was written since");
    }

    private HttpResponse<String> listWith(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(console + "/escalations"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private void noSecondOneIsStarted() {
        var said = say("up");
        assertThat(said.status()).isEqualTo(ExitCodes.NOT_RUN);
        assertThat(said.err()).contains("a sandbox runs already", "./throughline down");
    }

    private Said say(String... command) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var usual = System.out;
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            int status = Throughline.commandLine(folder)
                    .setErr(new PrintWriter(err, true))
                    .execute(command);
            return new Said(status, out.toString(UTF_8), err.toString());
        } finally {
            System.setOut(usual);
        }
    }
}
