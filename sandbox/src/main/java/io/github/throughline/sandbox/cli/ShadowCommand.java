package io.github.throughline.sandbox.cli;

import io.github.throughline.sandbox.shadow.ShadowDifference;
import io.github.throughline.sandbox.shadow.ShadowTopics;
import io.github.throughline.sandbox.stack.RunningStack;
import io.github.throughline.sandbox.stack.ShadowDetector;
import io.github.throughline.stall.stream.StreamConfiguration;
import io.github.throughline.stall.stream.liveness.SourceLag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what other terms would have found. */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        header = "Shows what other terms find in the same events, beside those in force.",
        description = {
            "%nWith a file of terms it starts a second detector beside that of the sandbox, which tells nobody, waits"
                    + " until it has read everything, and ends it.",
            "Of another installation it shows what the detector with the profile `shadow` has found.%n"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:nothing runs, the shadow has not read everything, or a file or the topics can not be read"
        })
final class ShadowCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Throughline throughline;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Where where;

    /** In which system. */
    static final class Where {

        @Parameters(paramLabel = "FILE.yaml", description = "Terms to try in the running sandbox.")
        @SuppressWarnings("NullAway") // one of the two is set by picocli
        private Path terms;

        @ArgGroup(exclusive = false)
        @SuppressWarnings("NullAway") // one of the two is set by picocli
        private Installation installation;
    }

    /** An installation elsewhere. */
    static final class Installation {

        /** What is on its way for no longer than this makes no difference. */
        private static final Duration BEHIND = Duration.ofSeconds(10);

        @Option(
                names = "--kafka",
                required = true,
                paramLabel = "FILE.properties",
                description = "How Kafka is reached: bootstrap.servers and what it takes to sign in.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path kafka;

        @Option(names = "--registry", required = true, paramLabel = "URL", description = "The schema registry.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String registry;

        @Option(
                names = "--application",
                paramLabel = "ID",
                defaultValue = "stall-detector-shadow",
                description = "The shadow's application id. Default: ${DEFAULT-VALUE}")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String application;

        /** @throws IllegalStateException when the shadow has not read everything, or there is none */
        ShadowDifference difference() throws Exception {
            var properties = new Properties();
            try (var in = Files.newBufferedReader(kafka)) {
                properties.load(in);
            }
            var client = new HashMap<String, Object>();
            properties.stringPropertyNames().forEach(name -> client.put(name, properties.getProperty(name)));
            requireCaughtUp(client);
            return new ShadowTopics(client, registry).difference(application);
        }

        private void requireCaughtUp(Map<String, Object> client) throws Exception {
            try (var lag = new SourceLag(client, application, StreamConfiguration.sources())) {
                lag.look().values().stream()
                        .map(SourceLag.Standing::waitsSince)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .filter(since -> since.isBefore(Instant.now().minus(BEHIND)))
                        .ifPresent(since -> {
                            throw new IllegalStateException(
                                    "%s has not taken in what was written since %s: see that it runs and is called so, and try again when it has read everything"
                                            .formatted(application, since));
                        });
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        ShadowDifference difference =
                where.installation == null ? ofSandbox(where.terms) : where.installation.difference();
        Terminal.standard().say(difference.lines());
        return ExitCodes.WELL;
    }

    private ShadowDifference ofSandbox(Path terms) {
        RunningStack running = RunningStack.in(throughline.folder())
                .orElseThrow(() -> new IllegalStateException(
                        "no sandbox runs whose events could be read: start one with ./throughline up"));
        var topics = new ShadowTopics(
                Map.of("bootstrap.servers", running.endpoints().bootstrapServers()),
                running.endpoints().registryUrl());
        try (var shadow = ShadowDetector.start(running, terms)) {
            shadow.awaitCaughtUp();
            return topics.difference(shadow.application());
        }
    }
}
