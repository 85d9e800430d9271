package io.github.throughline.sandbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.sandbox.stack.SandboxFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

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
        assertThat(listWith(token.out().strip())).isEqualTo(200);
        assertThat(listWith("not-a-token")).isEqualTo(401);
    }

    private int listWith(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(console + "/escalations"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
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
